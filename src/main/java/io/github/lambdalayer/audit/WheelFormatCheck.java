package io.github.lambdalayer.audit;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.python.wheel.WheelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is not as PEP 427 has it, and does no harm. */
final class WheelFormatCheck implements LayerCheck {

    @Override
    public String id() {
        return "wheel-format";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        List<Finding> findings = new ArrayList<>();
        for (WheelFile wheel : layer.plan().wheels()) {
            String others = otherTags(wheel);
            if (!others.isEmpty()) {
                findings.add(warning(
                        wheel.filename() + " has other tags in its name than in its file WHEEL, which says " + others
                                + "; the name counts.",
                        "nothing needs to be done; its authors may want to know"));
            }
            List<String> odd =
                    wheel.programs().stream().filter(WheelFormatCheck::isOdd).toList();
            if (!odd.isEmpty()) {
                findings.add(warning(
                        wheel.filename() + " asks for programs named " + Printable.name(String.join(", ", odd))
                                + ", which would be outside of its folder or stand in for Python; a layer has none of them.",
                        "look at what the package does, and tell its index"));
            }
            if (wheel.hasHexDigests()) {
                findings.add(warning(
                        wheel.filename() + " has its digests in hexadecimal; installers that expect base64 refuse it.",
                        "choose another release, or tell its authors"));
            }
        }
        return findings;
    }

    /** {@code ../../x}, {@code python3}, {@code Python.exe}: what an installer that makes programs must not make. */
    private static boolean isOdd(String program) {
        String name = program.toLowerCase(Locale.ROOT);
        return name.indexOf('/') >= 0
                || name.indexOf('\\') >= 0
                || name.equals("python")
                || name.equals("python3")
                || name.equals("python.exe")
                || name.equals("pythonw.exe");
    }

    /** The tags of WHEEL where they lack one of the name's; "" where all is well or nothing is said. */
    private static String otherTags(WheelFile wheel) {
        try {
            Set<Tag> tags = wheel.tags();
            return tags.isEmpty() || tags.containsAll(wheel.filename().tags())
                    ? ""
                    : tags.stream().map(Tag::toString).collect(Collectors.joining(", "));
        } catch (LayerException e) {
            return "something that is no tag";
        }
    }
}
