package io.github.lambdalayer.solver;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of the partial solution: a decision, or what an incompatibility forces.
 *
 * @param order position among all steps
 * @param level how many decisions had been made, this one included
 * @param own what this step adds
 * @param known all that is known about the variable after it
 * @param cause what forces it; null for a decision
 */
record Assignment<P>(
        int order,
        int level,
        Term<P> own,
        Term<P> known,
        @Nullable Incompatibility<P> cause) {

    Variable<P> variable() {
        return own.variable();
    }

    boolean isDecision() {
        return cause == null;
    }

    Optional<Incompatibility<P>> forcedBy() {
        return Optional.ofNullable(cause);
    }
}
