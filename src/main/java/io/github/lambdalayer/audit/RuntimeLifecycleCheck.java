package io.github.lambdalayer.audit;

import io.github.lambdalayer.lambda.LambdaRuntime;
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
                .filter(lifecycle -> !today.isBefore(lifecycle.deprecated()))
                .map(lifecycle -> warning(
                        "AWS patches " + runtime + " no more since " + lifecycle.deprecated() + "; functions "
                                + blocked("created", lifecycle.createBlocked(), today) + " and "
                                + blocked("updated", lifecycle.updateBlocked(), today) + ".",
                        "set a newer <runtime>"));
    }

    private static String blocked(String what, LocalDate from, LocalDate today) {
        return today.isBefore(from) ? "can be " + what + " until " + from : "cannot be " + what + " since " + from;
    }
}
