package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the pom asks of a lock in substance, whichever tool wrote it.
 *
 * @param requirements each must be met by a locked version
 * @param constraints each must be met by the locked version, if there is one
 * @param overrides count instead of the requirements of the same name
 * @param choice for which target, and what is left out
 */
public record LockDemand(
        List<Requirement> requirements, List<Requirement> constraints, List<Requirement> overrides, LockChoice choice) {

    /** Copies the lists. */
    public LockDemand {
        requirements = List.copyOf(requirements);
        constraints = List.copyOf(constraints);
        overrides = List.copyOf(overrides);
    }

    /**
     * What the lock does not meet, in sentences without full stop: {@code requirement pandas==2.2.3 is not met by the
     * locked pandas 2.2.2}. Empty when the lock is good for the pom.
     *
     * @throws io.github.lambdalayer.problem.LayerException when the lock is not for the target at all
     */
    public List<String> unmetBy(Pylock lock) {
        Map<PackageName, LockedPackage> locked =
                lock.packages(choice).stream().collect(Collectors.toMap(LockedPackage::name, Function.identity()));
        Set<PackageName> overridden = overrides.stream().map(Requirement::name).collect(Collectors.toSet());
        List<Requirement> required = requirements.stream()
                .filter(r -> !overridden.contains(r.name()))
                .toList();
        return Stream.of(
                        absent(required, locked),
                        unmet("requirement", required, locked),
                        unmet("override", overrides, locked),
                        unmet("constraint", constraints, locked))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<String> absent(List<Requirement> required, Map<PackageName, LockedPackage> locked) {
        return counting(required)
                .filter(r -> !locked.containsKey(r.name()))
                .map(r -> "requirement " + r + " is not in it");
    }

    private Stream<String> unmet(String noun, List<Requirement> all, Map<PackageName, LockedPackage> locked) {
        return counting(all)
                .filter(r -> Optional.ofNullable(locked.get(r.name()))
                        .filter(found -> !isMet(r, found))
                        .isPresent())
                .map(r -> noun + " " + r + " is not met by the locked " + locked.get(r.name()));
    }

    private Stream<Requirement> counting(List<Requirement> all) {
        return all.stream()
                .filter(r -> !choice.without().contains(r.name()))
                .filter(r -> r.marker().holds(choice.target().markers(), Set.of()));
    }

    private static boolean isMet(Requirement requirement, LockedPackage locked) {
        Optional<String> digest = requirement.urlSha256();
        if (digest.isPresent()) {
            return locked.wheels().stream().anyMatch(wheel -> wheel.sha256().equals(digest.get()));
        }
        return requirement
                .url()
                .map(url -> locked.wheels().stream()
                        .anyMatch(w -> url.startsWith(w.url().toString())))
                .orElseGet(() -> requirement.specifiers().accepts(locked.version()));
    }
}
