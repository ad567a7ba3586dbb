package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.PythonTarget;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wanted of a lock: {@code LockChoice.of(target).withGroups(groups)}.
 *
 * @param target the interpreter that the wheels must run on
 * @param extras of the lock; none unless asked for
 * @param groups of the lock, besides its default groups
 * @param without packages to leave out
 * @param indexes those of the pom, whose ids the chosen files get; credentials go by the id
 * @param built where wheels are looked for of what the lock has only as sources
 */
public record LockChoice(
        PythonTarget target,
        Set<ExtraName> extras,
        Set<ExtraName> groups,
        Set<PackageName> without,
        List<IndexLocation> indexes,
        BuiltWheels built) {

    /** Copies the sets. */
    public LockChoice {
        extras = Set.copyOf(extras);
        groups = Set.copyOf(groups);
        without = Set.copyOf(without);
        indexes = List.copyOf(indexes);
    }

    /** All that a lock holds for a target by default. */
    public static LockChoice of(PythonTarget target) {
        return new LockChoice(target, Set.of(), Set.of(), Set.of(), List.of(), BuiltWheels.NONE);
    }

    /** The same with these extras. */
    public LockChoice withExtras(Collection<ExtraName> others) {
        return new LockChoice(target, Set.copyOf(others), groups, without, indexes, built);
    }

    /** The same with these groups besides the default ones. */
    public LockChoice withGroups(Collection<ExtraName> others) {
        return new LockChoice(target, extras, Set.copyOf(others), without, indexes, built);
    }

    /** The same without these packages. */
    public LockChoice leavingOut(Collection<PackageName> others) {
        return new LockChoice(target, extras, groups, Set.copyOf(others), indexes, built);
    }

    /** The same with the indexes of the pom. */
    public LockChoice withIndexes(List<IndexLocation> others) {
        return new LockChoice(target, extras, groups, without, others, built);
    }

    /** The same with wheels that were built of what the lock has only as sources. */
    public LockChoice withBuilt(BuiltWheels others) {
        return new LockChoice(target, extras, groups, without, indexes, others);
    }

    /** Names as markers compare them. */
    static Set<String> names(Collection<ExtraName> names) {
        return names.stream().map(ExtraName::value).collect(Collectors.toSet());
    }
}
