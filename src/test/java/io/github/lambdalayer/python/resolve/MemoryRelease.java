package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One release of a {@link MemoryIndex}. */
final class MemoryRelease {

    private final String name;
    private final String version;
    private final List<String> requires = new ArrayList<>();
    private final List<String> extras = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private List<String> tags = List.of("py3-none-any");
    private String requiresPython = "";
    private String announcedPython = "";
    private boolean yanked;
    private String yankedReason = "";
    private String metadataName;

    MemoryRelease(String name, String version) {
        this.name = name;
        this.version = version;
        this.metadataName = name;
    }

    MemoryRelease requires(String... requirements) {
        requires.addAll(List.of(requirements));
        return this;
    }

    MemoryRelease extra(String extra, String... requirements) {
        extras.add(ExtraName.normalForm(extra));
        for (String text : requirements) {
            Requirement requirement = Requirement.parse(text);
            Marker own = requirement.marker();
            String plain = text.split(";", 2)[0].strip();
            String condition = "extra == '" + ExtraName.normalForm(extra) + "'";
            requires.add(plain + " ; " + (own.equals(Marker.ALWAYS) ? "" : "(" + own + ") and ") + condition);
        }
        return this;
    }

    /** One wheel for each; build tags are written in front: {@code 1-py3-none-any}. */
    MemoryRelease tags(String... others) {
        tags = List.of(others);
        return this;
    }

    MemoryRelease source() {
        sources.add(name + "-" + version + ".tar.gz");
        return this;
    }

    MemoryRelease onlySource() {
        return tags().source();
    }

    MemoryRelease python(String specifiers) {
        announcedPython = specifiers;
        return pythonInMetadata(specifiers);
    }

    /** As an index that does not announce it. */
    MemoryRelease pythonInMetadata(String specifiers) {
        requiresPython = specifiers;
        return this;
    }

    MemoryRelease yanked(String reason) {
        yanked = true;
        yankedReason = reason;
        return this;
    }

    /** Whose metadata is about another package. */
    MemoryRelease metadataOf(String other) {
        metadataName = other;
        return this;
    }

    List<IndexFile> wheels() {
        return tags.stream().map(this::wheel).toList();
    }

    private IndexFile wheel(String tag) {
        String file = name.replace('-', '_') + "-" + version + "-" + tag + ".whl";
        return new IndexFile(
                WheelFilename.parse(file),
                URI.create("https://index.example/" + file),
                "",
                -1,
                Specifiers.parse(announcedPython),
                yanked,
                yankedReason,
                Optional.empty(),
                false,
                "",
                "pypi");
    }

    List<String> sources() {
        return sources;
    }

    String metadata() {
        StringBuilder text = new StringBuilder("Metadata-Version: 2.3\nName: " + metadataName);
        text.append("\nVersion: ").append(version);
        if (!requiresPython.isEmpty()) {
            text.append("\nRequires-Python: ").append(requiresPython);
        }
        extras.stream()
                .distinct()
                .forEach(extra -> text.append("\nProvides-Extra: ").append(extra));
        requires.forEach(requirement -> text.append("\nRequires-Dist: ").append(requirement));
        return text.append("\n").toString();
    }
}
