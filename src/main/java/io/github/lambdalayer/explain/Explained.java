package io.github.lambdalayer.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Why something is in the layer, or why it is not.
 *
 * @param subject as it was asked
 * @param target for example {@code python3.13 on x86_64 (glibc 2.34)}
 * @param isIn whether it is in the layer
 * @param sentence which says so
 * @param reasons in clauses
 * @param requiredBy what counts when it is in; what would count when it is not
 */
record Explained(
        String subject, String target, boolean isIn, String sentence, List<String> reasons, List<Need> requiredBy)
        implements Answer {

    Explained {
        reasons = List.copyOf(reasons);
        requiredBy = List.copyOf(requiredBy);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(sentence);
        reasons.forEach(reason -> lines.add("  " + reason));
        requiredBy.forEach(need -> lines.add("  " + need.sentence() + because(need)));
        return lines;
    }

    private static String because(Need need) {
        return switch (need.status()) {
            case COUNTS -> "";
            case MARKER_IS_FALSE -> ", which does not count on this target";
            case EXTRA_IS_NOT_ASKED_FOR -> ", an extra that nothing asks for";
        };
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStringField("target", target);
        json.writeStringField("about", subject);
        json.writeBooleanField("in", isIn);
        json.writeStringField("sentence", sentence);
        NeedJson.texts(json, "reasons", reasons);
        NeedJson.write(json, "requiredBy", requiredBy);
    }
}
