package io.github.lambdalayer.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects every fault and throws once, so that a pom with three mistakes is mended in one round.
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * for (String text : texts) {
 *     problems.collect(() -> Requirement.parse(text));
 * }
 * problems.throwIfAny();
 * }</pre>
 */
public final class Problems {

    private final List<LayerException> found = new ArrayList<>();

    /** Remembers a fault; of one that tells several, each. What two readers of one parameter find is told once. */
    public void add(LayerException problem) {
        for (LayerException part : problem.parts()) {
            if (found.stream().noneMatch(known -> known.sentence().equals(part.sentence()))) {
                found.add(part);
            }
        }
    }

    /** The value that {@code source} makes, or null when it fails: the fault is then remembered. */
    public <T> @Nullable T collect(Supplier<T> source) {
        try {
            return source.get();
        } catch (LayerException e) {
            add(e);
            return null;
        }
    }

    /** What was found so far, in that order. */
    public List<LayerException> found() {
        return List.copyOf(found);
    }

    /** Whether nothing was found so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Does nothing when nothing was found; else throws the one fault, or one that tells all of them in the order in
     * which they were found.
     *
     * @throws LayerException with the code of the first fault
     */
    public void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        if (found.size() == 1) {
            throw found.get(0);
        }
        throw LayerException.together(found);
    }
}
