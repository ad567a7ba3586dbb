package io.github.lambdalayer.python.wheel;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The programs that {@code entry_points.txt} asks installers for (Entry points specification, PyPA). */
final class EntryPoints {

    private static final Set<String> OF_PROGRAMS = Set.of("[console_scripts]", "[gui_scripts]");

    private EntryPoints() {}

    /** {@code black} of the line {@code black = black:patched_main}, in the order of the file. */
    static List<String> programs(String text) {
        Stream.Builder<String> programs = Stream.builder();
        boolean wanted = false;
        for (String line : text.lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                wanted = OF_PROGRAMS.contains(line);
            } else if (wanted && equals > 0 && !line.startsWith("#")) {
                programs.add(line.substring(0, equals).strip());
            }
        }
        return programs.build().toList();
    }
}
