package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The packages that the user has from an address, each with its one wheel. Of these nobody looks up what an index has;
 * and no package of an index may name an address that the user did not name.
 */
final class DirectWheels {

    /** A wheel, and who names it. */
    private record Named(RootRequirement by, IndexFile wheel) {}

    private final Map<PackageName, Named> wheels = new HashMap<>();

    /**
     * The wheels that a request names for its target.
     *
     * @throws LayerException {@link ResolveProblem#URL_REQUIREMENT} with all that cannot be used
     */
    static DirectWheels of(Stream<RootRequirement> requirements) {
        DirectWheels direct = new DirectWheels();
        Problems problems = new Problems();
        requirements.forEach(root -> problems.collect(() -> direct.add(root)));
        problems.throwIfAny();
        return direct;
    }

    private boolean add(RootRequirement root) {
        Optional<IndexFile> wheel = wheel(root);
        wheel.ifPresent(file -> {
            Named other = wheels.putIfAbsent(file.filename().name(), new Named(root, file));
            if (other != null && !other.wheel().address().equals(file.address())) {
                throw clash("from two addresses", other.by(), root);
            }
            if (other != null && !other.wheel().sha256().equals(file.sha256())) {
                throw clash("with two digests", other.by(), root);
            }
        });
        return wheel.isPresent();
    }

    /** A requirement of the pom needs no more words to be found than itself. */
    private static Optional<IndexFile> wheel(RootRequirement root) {
        try {
            return DirectWheel.of(root.requirement());
        } catch (LayerException e) {
            throw root.isOfPom() ? e : new LayerException(e.code(), root.origin() + ": " + e.sentence(), e.hints(), e);
        }
    }

    private static LayerException clash(String how, RootRequirement other, RootRequirement root) {
        return new LayerException(
                ResolveProblem.URL_REQUIREMENT,
                root.requirement().name() + " is required " + how + ": " + SetText.written(other.requirement())
                        + " (" + other.origin() + ") and " + SetText.written(root.requirement()) + " (" + root.origin()
                        + ").",
                "leave one of them out, or tell with a marker when each counts: ; platform_machine == \"aarch64\"");
    }

    /** The wheel of a package, when it is had from an address. */
    Optional<IndexFile> of(PackageName name) {
        return Optional.ofNullable(wheels.get(name)).map(Named::wheel);
    }

    /** Whether this is a package of an address. */
    boolean has(PackageName name) {
        return wheels.containsKey(name);
    }

    /** Whether a requirement names no address, or the one that the user names. */
    boolean allow(Requirement requirement) {
        return requirement.url().map(DirectWheel::address).stream()
                .allMatch(address -> of(requirement.name())
                        .filter(wheel -> wheel.address().equals(address))
                        .isPresent());
    }
}
