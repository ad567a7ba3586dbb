package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One version of a package, and the wheel of it that would be taken. */
final class Release {

    private final Version version;
    private final Optional<IndexFile> wheel;
    private final Supplier<List<Rejection>> rejections;

    private Release(Version version, Optional<IndexFile> wheel, Supplier<List<Rejection>> rejections) {
        this.version = version;
        this.wheel = wheel;
        this.rejections = rejections;
    }

    static Release of(IndexFile wheel) {
        return new Release(wheel.filename().version(), Optional.of(wheel), List::of);
    }

    /** A release that cannot be used; why exactly is found out when somebody asks, which is rare. */
    static Release rejected(Version version, Supplier<List<Rejection>> rejections) {
        return new Release(version, Optional.empty(), rejections);
    }

    Version version() {
        return version;
    }

    /** The best wheel that fits; empty when the release cannot be used. */
    Optional<IndexFile> wheel() {
        return wheel;
    }

    /** Why it cannot be used: one for each wheel, or one for the release; empty when it can. */
    List<Rejection> rejections() {
        return rejections.get();
    }

    boolean isUsable() {
        return wheel.isPresent();
    }

    @Override
    public String toString() {
        return version.toString();
    }
}
