package io.github.lambdalayer.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.lambdalayer.problem.Counted;
import io.github.lambdalayer.python.name.PackageName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who requires what on one target, with the bytes of each package in the layer, as lines:
 *
 * <pre>
 * python3.13 on x86_64 (glibc 2.34): 5 packages, 63,408,112 bytes
 * pandas 2.2.3, 43,120,001 bytes
 * ├─ numpy 2.1.3, 19,300,000 bytes
 * ├─ python-dateutil 2.9.0.post0, 500,111 bytes
 * │  └─ six 1.16.0, 36,000 bytes
 * └─ not here: numpy&gt;=1.22.4; python_version &lt; "3.11"
 * </pre>
 *
 * A package that was shown with all that it requires is not shown so again: {@code numpy 2.1.3 (above)}.
 */
public final class Tree implements Answer {

    private final Choice choice;
    private final Map<String, Long> bytes;
    private final Needs needs;

    /** @param bytes what each wheel has in the layer, by the wheel's name */
    public Tree(Choice choice, Map<String, Long> bytes) {
        this.choice = choice;
        this.bytes = Map.copyOf(bytes);
        this.needs = Needs.of(choice);
    }

    @Override
    public List<String> lines() {
        Drawing drawing = new Drawing();
        long sum = choice.wheels().stream().mapToLong(this::bytes).sum();
        drawing.lines.add(choice.target() + ": " + Counted.of(choice.wheels().size(), "package") + ", " + grouped(sum));
        roots().forEach(drawing::root);
        return List.copyOf(drawing.lines);
    }

    /** What the user asks for, in order, then what nobody asks for, as in a lock that was made for something else. */
    private Set<ChosenWheel> roots() {
        Set<ChosenWheel> roots = new LinkedHashSet<>();
        choice.request()
                .requirements()
                .forEach(root -> choice.find(root.requirement().name()).ifPresent(roots::add));
        choice.wheels().stream().filter(wheel -> requiredBy(wheel).isEmpty()).forEach(roots::add);
        return roots;
    }

    private List<Need> requiredBy(ChosenWheel wheel) {
        return needs.on(wheel.name()).stream().filter(Need::counts).toList();
    }

    /** What a wheel needs, each package once, sorted. */
    private List<ChosenWheel> required(ChosenWheel wheel) {
        return needs.by(wheel.toString()).stream()
                .filter(Need::counts)
                .map(Need::on)
                .distinct()
                .sorted()
                .flatMap(name -> choice.find(name).stream())
                .toList();
    }

    private List<String> notHere(ChosenWheel wheel) {
        return needs.by(wheel.toString()).stream()
                .filter(need -> need.status() == Need.Status.MARKER_IS_FALSE)
                .map(need -> need.requirement().toString())
                .sorted()
                .toList();
    }

    private long bytes(ChosenWheel wheel) {
        return bytes.getOrDefault(wheel.file().toString(), 0L);
    }

    private String weight(ChosenWheel wheel) {
        return bytes.containsKey(wheel.file().toString()) ? grouped(bytes(wheel)) : "in another layer";
    }

    static String grouped(long bytes) {
        return String.format(Locale.ROOT, "%,d bytes", bytes);
    }

    /** The lines so far. */
    private final class Drawing {

        private final Set<PackageName> shown = new HashSet<>();
        private final List<String> lines = new ArrayList<>();

        void root(ChosenWheel wheel) {
            add("", "", wheel);
        }

        /** {@code before} is what the lines below begin with, {@code branch} what this line has instead. */
        private void add(String before, String branch, ChosenWheel wheel) {
            List<ChosenWheel> required = required(wheel);
            List<String> notHere = notHere(wheel);
            boolean again = !shown.add(wheel.name());
            boolean hasMore = !required.isEmpty() || !notHere.isEmpty();
            lines.add(branch + wheel + (again && hasMore ? " (above)" : ", " + weight(wheel)));
            if (again) {
                return;
            }
            int left = required.size() + notHere.size();
            for (ChosenWheel each : required) {
                left--;
                add(before + (left == 0 ? "   " : "│  "), before + (left == 0 ? "└─ " : "├─ "), each);
            }
            for (String requirement : notHere) {
                left--;
                lines.add(before + (left == 0 ? "└─ " : "├─ ") + "not here: " + requirement);
            }
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStringField("target", choice.target());
        json.writeArrayFieldStart("packages");
        for (ChosenWheel wheel : choice.wheels()) {
            json.writeStartObject();
            json.writeStringField("name", wheel.name().value());
            json.writeStringField("version", wheel.version().toString());
            json.writeStringField("wheel", wheel.file().toString());
            json.writeNumberField("unzippedBytes", bytes(wheel));
            NeedJson.write(json, "requiredBy", requiredBy(wheel));
            NeedJson.texts(json, "notHere", notHere(wheel));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
