package io.github.lambdalayer.lambda;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When AWS ends a runtime, as last announced; AWS has moved such dates before, so they are for warnings only. */
public final class RuntimeLifecycle {

    private final LocalDate deprecated;
    private final @Nullable LocalDate createBlocked;
    private final @Nullable LocalDate updateBlocked;

    RuntimeLifecycle(LocalDate deprecated, @Nullable LocalDate createBlocked, @Nullable LocalDate updateBlocked) {
        this.deprecated = deprecated;
        this.createBlocked = createBlocked;
        this.updateBlocked = updateBlocked;
    }

    /** From this day on AWS no longer patches it. */
    public LocalDate deprecated() {
        return deprecated;
    }

    /** From this day on no function can be created, where it is known. */
    public Optional<LocalDate> createBlocked() {
        return Optional.ofNullable(createBlocked);
    }

    /** From this day on no function can be updated, where it is known. */
    public Optional<LocalDate> updateBlocked() {
        return Optional.ofNullable(updateBlocked);
    }

    /** Whether AWS no longer patches the runtime on that day. */
    public boolean isDeprecatedOn(LocalDate day) {
        return !day.isBefore(deprecated);
    }
}
