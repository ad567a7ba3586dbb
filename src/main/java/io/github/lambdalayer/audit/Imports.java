package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.lambdalayer.layer.LayerEntry;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a source imports whatever happens: at the start of a line, and so neither within {@code if} nor within {@code try}. */
final class Imports {

    private static final int MOST = 1 << 20;

    private static final Pattern IMPORT = Pattern.compile("^import ([\\w.]+)", Pattern.MULTILINE);

    /** No dot belongs to two groups, and no name is longer than any module's: else a line of dots takes hours. */
    private static final Pattern FROM =
            Pattern.compile("^from (\\.{0,99}+)([\\w.]{0,500}+) import ([\\w, ]*)", Pattern.MULTILINE);

    /**
     * Names of modules, and of what else may be one: {@code a.b} and {@code a.b.c} for {@code from a.b import c}.
     *
     * @param name of the source itself, for example {@code yaml.cyaml}
     */
    static Stream<String> of(LayerEntry source, String name) {
        String text = new String(source.content().start(MOST), ISO_8859_1);
        String folder = source.path().endsWith("/__init__.py") ? name : parent(name);
        return Stream.concat(
                IMPORT.matcher(text).results().map(match -> match.group(1)),
                FROM.matcher(text).results().flatMap(match -> names(match, folder)));
    }

    private static Stream<String> names(MatchResult from, String folder) {
        String base = folder;
        for (int up = 1; up < from.group(1).length(); up++) {
            base = parent(base);
        }
        String module = from.group(1).isEmpty() ? from.group(2) : join(base, from.group(2));
        Stream<String> within = Stream.of(from.group(3).split(","))
                .map(each -> join(module, each.strip().split(" ", 2)[0]));
        return Stream.concat(Stream.of(module), within);
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static String join(String module, String name) {
        return module.isEmpty() || name.isEmpty() ? module + name : module + "." + name;
    }

    private Imports() {}
}
