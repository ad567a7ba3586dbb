package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.PreReleases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** One described index, request and expectation. */
record Scenario(TomlTable toml) {

    static Scenario read(Path file) {
        try {
            TomlParseResult toml = Toml.parse(file);
            assertThat(toml.errors()).as(file.toString()).isEmpty();
            return new Scenario(toml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String description() {
        return text(toml, "description").orElse("");
    }

    boolean satisfiable() {
        return Objects.requireNonNull(toml.getBoolean("expected.satisfiable"));
    }

    /** The complete answer, where the file gives one. */
    Optional<Map<String, String>> packages() {
        return table(toml, "expected").flatMap(e -> table(e, "packages")).map(packages -> {
            Map<String, String> versions = new TreeMap<>();
            packages.keySet()
                    .forEach(name -> versions.put(name, text(packages, name).orElseThrow()));
            return versions;
        });
    }

    ResolveRequest request() {
        Optional<TomlTable> options = table(toml, "resolver_options");
        String python = options.flatMap(o -> text(o, "python"))
                .or(() -> table(toml, "environment").flatMap(e -> text(e, "python")))
                .orElse("3.12");
        String full = python.chars().filter(c -> c == '.').count() < 2 ? python + ".0" : python;
        String platform = options.flatMap(o -> text(o, "python_platform")).orElse("x86_64-manylinux_2_34");
        PythonTarget target = PythonTarget.linux(full, platform.substring(0, platform.indexOf('-')), glibc(platform));
        List<RootRequirement> roots = texts(table(toml, "root").orElseThrow(), "requires").stream()
                .map(RootRequirement::ofPom)
                .toList();
        Strategy strategy = options.flatMap(o -> text(o, "resolution"))
                .map(word -> Strategy.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(Strategy.HIGHEST);
        boolean all = options.map(o -> o.getBoolean("prereleases", () -> false)).orElse(false);
        return ResolveRequest.of(roots, target)
                .withPreReleases(all ? PreReleases.ALLOW : PreReleases.IF_NECESSARY)
                .withStrategy(strategy);
    }

    /** For example 17 of {@code x86_64-manylinux2014}, and 28 of {@code aarch64-manylinux_2_28}. */
    private static int glibc(String platform) {
        return platform.endsWith("manylinux2014") ? 17 : Integer.parseInt(platform.replaceFirst(".*_", ""));
    }

    MemoryIndex index() {
        MemoryIndex index = new MemoryIndex();
        TomlTable packages = table(toml, "packages").orElseGet(() -> Toml.parse(""));
        for (String name : packages.keySet()) {
            index.empty(name);
            TomlTable versions =
                    table(packages, name).flatMap(p -> table(p, "versions")).orElseThrow();
            for (String version : versions.keySet()) {
                add(index.release(name, version), table(versions, version).orElseThrow());
            }
        }
        return index;
    }

    private static void add(MemoryRelease release, TomlTable described) {
        release.requires(texts(described, "requires").toArray(String[]::new));
        release.python(text(described, "requires_python").orElse(">=3.12"));
        table(described, "extras")
                .ifPresent(extras -> extras.keySet()
                        .forEach(extra ->
                                release.extra(extra, texts(extras, extra).toArray(String[]::new))));
        List<String> tags = texts(described, "wheel_tags");
        if (!tags.isEmpty()) {
            release.tags(tags.toArray(String[]::new));
        }
        if (!described.getBoolean("wheel", () -> true)) {
            release.tags();
        }
        if (described.getBoolean("sdist", () -> true)) {
            release.source();
        }
        if (described.getBoolean("yanked", () -> false)) {
            release.yanked("");
        }
    }

    private static Optional<String> text(TomlTable table, String key) {
        return Optional.ofNullable(table.getString(List.of(key)));
    }

    private static Optional<TomlTable> table(TomlTable table, String key) {
        return Optional.ofNullable(table.getTable(List.of(key)));
    }

    private static List<String> texts(TomlTable table, String key) {
        TomlArray array = table.getArray(List.of(key));
        return array == null
                ? List.of()
                : array.toList().stream().map(String.class::cast).toList();
    }
}
