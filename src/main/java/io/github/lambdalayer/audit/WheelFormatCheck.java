package io.github.lambdalayer.audit;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.python.wheel.WheelFile;
import java.util.ArrayList;
import java.util.List;
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
                        "choose another release, or tell its authors"));
            }
            if (wheel.hasHexDigests()) {
                findings.add(warning(
                        wheel.filename() + " has its digests in hexadecimal; installers that expect base64 refuse it.",
                        "choose another release, or tell its authors"));
            }
        }
        return findings;
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
