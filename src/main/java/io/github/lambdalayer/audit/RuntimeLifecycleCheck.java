package io.github.lambdalayer.audit;

import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.RuntimeLifecycle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Runtimes that AWS patches no more. */
final class RuntimeLifecycleCheck implements LayerCheck {

    @Override
    public String id() {
        return "runtime-lifecycle";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        return layer.targets().stream()
                .map(target -> target.target().runtime())
                .distinct()
                .sorted()
                .map(runtime -> finding(runtime, layer.today()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Finding> finding(LambdaRuntime runtime, LocalDate today) {
        return runtime.lifecycle()
                .filter(lifecycle -> lifecycle.isDeprecatedOn(today))
                .map(lifecycle -> warning(
                        "AWS stopped patching " + runtime + " on " + lifecycle.deprecated() + blocks(lifecycle, today)
                                + ".",
                        "set a newer <runtime>"));
    }

    /** Nothing for the oldest runtimes, whose days AWS no longer publishes. */
    private static String blocks(RuntimeLifecycle lifecycle, LocalDate today) {
        if (lifecycle.createBlocked().isEmpty() || lifecycle.updateBlocked().isEmpty()) {
            return "";
        }
        return "; functions "
                + blocked("created", lifecycle.createBlocked().get(), today) + " and "
                + blocked("updated", lifecycle.updateBlocked().get(), today);
    }

    private static String blocked(String what, LocalDate from, LocalDate today) {
        return today.isBefore(from) ? "can be " + what + " until " + from : "cannot be " + what + " since " + from;
    }
}
