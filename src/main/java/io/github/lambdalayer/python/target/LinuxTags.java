package io.github.lambdalayer.python.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tags that CPython 3.x on Linux accepts, best first: those of its own binary interface, of the stable one, of
 * none, of older stable ones, then pure Python; within each the newest glibc first. This is the order of the
 * interpreters inside the AWS images; the bare {@code linux_x86_64} comes last, since it promises no glibc.
 */
final class LinuxTags {

    private static final Map<Integer, String> OLD_NAMES =
            Map.of(5, "manylinux1", 12, "manylinux2010", 17, "manylinux2014");

    private final int minor;
    private final List<String> platforms;
    private final List<Tag> tags = new ArrayList<>();

    private LinuxTags(int minor, List<String> platforms) {
        this.minor = minor;
        this.platforms = platforms;
    }

    static List<Tag> of(int minor, String machine, int glibcMinor) {
        LinuxTags all = new LinuxTags(minor, platforms(machine, glibcMinor));
        all.binary();
        all.pure();
        return all.tags;
    }

    /** manylinux1 and manylinux2010 were for x86 only; other machines begin with manylinux2014. */
    private static List<String> platforms(String machine, int glibcMinor) {
        int oldest = machine.equals("x86_64") || machine.equals("i686") ? 5 : 17;
        List<String> platforms = new ArrayList<>();
        for (int glibc = glibcMinor; glibc >= oldest; glibc--) {
            platforms.add("manylinux_2_" + glibc + "_" + machine);
            if (OLD_NAMES.containsKey(glibc)) {
                platforms.add(OLD_NAMES.get(glibc) + "_" + machine);
            }
        }
        platforms.add("linux_" + machine);
        return platforms;
    }

    private void binary() {
        String python = "cp3" + minor;
        add(python, abi(minor));
        add(python, "abi3");
        add(python, "none");
        for (int older = minor - 1; older >= 2; older--) {
            add("cp3" + older, "abi3");
        }
        for (String pure : pythons()) {
            add(pure, "none");
        }
    }

    private void pure() {
        tags.add(new Tag("cp3" + minor, "none", "any"));
        for (String pure : pythons()) {
            tags.add(new Tag(pure, "none", "any"));
        }
    }

    private List<String> pythons() {
        List<String> pythons = new ArrayList<>(List.of("py3" + minor, "py3"));
        for (int older = minor - 1; older >= 0; older--) {
            pythons.add("py3" + older);
        }
        return pythons;
    }

    private void add(String python, String abi) {
        for (String platform : platforms) {
            tags.add(new Tag(python, abi, platform));
        }
    }

    /** Until 3.7 the name told the memory allocator too: {@code cp37m}. */
    static String abi(int minor) {
        return "cp3" + minor + (minor < 8 ? "m" : "");
    }
}
