package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The projects, extras and groups that are asked for, in the names that markers of a uv.lock give them where some exclude
 * each other: {@code extra == "extra-3-app-cpu"} is the extra cpu of app, whose name has three letters.
 */
final class UvActive {

    private final Set<ExtraName> names = new HashSet<>();

    static ExtraName project(PackageName project) {
        return new ExtraName("project-" + counted(project));
    }

    static ExtraName extra(PackageName project, ExtraName extra) {
        return new ExtraName("extra-" + counted(project) + "-" + extra);
    }

    static ExtraName group(PackageName project, ExtraName group) {
        return new ExtraName("group-" + counted(project) + "-" + group);
    }

    private static String counted(PackageName name) {
        return name.value().length() + "-" + name;
    }

    void add(ExtraName name) {
        names.add(name);
    }

    void addExtras(PackageName project, Collection<ExtraName> extras) {
        extras.forEach(extra -> names.add(extra(project, extra)));
    }

    boolean has(ExtraName name) {
        return names.contains(name);
    }

    Set<ExtraName> names() {
        return Set.copyOf(names);
    }

    /** As it would be with these extras too. */
    Set<ExtraName> with(PackageName project, List<ExtraName> extras) {
        UvActive more = new UvActive();
        more.names.addAll(names);
        more.addExtras(project, extras);
        return more.names;
    }
}
