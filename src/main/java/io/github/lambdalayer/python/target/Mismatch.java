package io.github.lambdalayer.python.target;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** An interpreter, and why no tag of a wheel fits it: what is wrong with the tags that come nearest. */
record Mismatch(int minor, String machine, int glibcMinor) {

    /** From far to near; of several tags the nearest one counts. */
    private enum Distance {
        PLATFORM,
        MACHINE,
        PYTHON,
        ABI,
        GLIBC
    }

    TagMatch of(Collection<Tag> tags) {
        Distance nearest =
                tags.stream().map(this::distance).max(Distance::compareTo).orElse(Distance.PLATFORM);
        List<Tag> near = tags.stream().filter(t -> distance(t) == nearest).toList();
        return switch (nearest) {
            case PLATFORM -> new TagMatch.OtherPlatform(distinct(near, Mismatch::systemOf));
            case MACHINE -> new TagMatch.OtherMachine(distinct(near, Mismatch::machineOf), machine);
            case PYTHON -> new TagMatch.OtherPython(distinct(near, Tag::python), "cp3" + minor);
            case ABI -> new TagMatch.OtherAbi(distinct(near, Tag::abi), LinuxTags.abi(minor));
            case GLIBC ->
                new TagMatch.NewerGlibc(
                        near.stream().mapToInt(Mismatch::glibcOf).min().orElse(glibcMinor), glibcMinor);
        };
    }

    private Distance distance(Tag tag) {
        PlatformTag platform = PlatformTag.of(tag.platform());
        if (!platform.system().equals(PlatformTag.LINUX)) {
            return Distance.PLATFORM;
        }
        if (!platform.machine().isEmpty() && !platform.machine().equals(machine)) {
            return Distance.MACHINE;
        }
        if (!pythonFits(tag)) {
            return Distance.PYTHON;
        }
        return platform.glibcMinor() > glibcMinor && abiFits(tag) ? Distance.GLIBC : Distance.ABI;
    }

    private boolean pythonFits(Tag tag) {
        String python = tag.python();
        return python.equals("py3")
                || python.equals("cp3" + minor)
                || upTo(python, "py3")
                || (tag.abi().equals("abi3") && upTo(python, "cp3"));
    }

    /** Whether {@code cp39} is not newer than this Python, {@code cp3} being the prefix. */
    private boolean upTo(String python, String prefix) {
        String number = python.startsWith(prefix) ? python.substring(prefix.length()) : "";
        boolean digits =
                !number.isEmpty() && number.length() < 4 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Integer.parseInt(number) <= minor;
    }

    private boolean abiFits(Tag tag) {
        return tag.abi().equals("none")
                || (tag.python().startsWith("cp")
                        && (tag.abi().equals("abi3") || tag.abi().equals(LinuxTags.abi(minor))));
    }

    private static String systemOf(Tag tag) {
        return PlatformTag.of(tag.platform()).system();
    }

    private static String machineOf(Tag tag) {
        return PlatformTag.of(tag.platform()).machine();
    }

    private static int glibcOf(Tag tag) {
        return PlatformTag.of(tag.platform()).glibcMinor();
    }

    private static List<String> distinct(List<Tag> tags, Function<Tag, String> part) {
        return tags.stream().map(part).distinct().toList();
    }
}
