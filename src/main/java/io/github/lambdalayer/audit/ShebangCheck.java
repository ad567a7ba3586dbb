package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.Counted;
import io.github.lambdalayer.problem.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scripts whose first line names an interpreter that only the machine has on which they were made. Those of the function's own
 * folder, {@code /var/task}, and of other layers are not known; in {@code /opt} programs are expected in few folders.
 */
final class ShebangCheck implements LayerCheck {

    private static final int LONGEST = 256;
    private static final String OPT = "/opt/";
    private static final List<String> PROGRAMS = List.of("bin/", "python/bin/", "extensions/");
    private static final List<String> IN_LAMBDA = List.of(
            "/bin/",
            "/sbin/",
            "/usr/bin/",
            "/usr/sbin/",
            "/var/lang/bin/",
            "/var/task/",
            "/opt/bin/",
            "/opt/python/",
            "/opt/lib/");

    @Override
    public String id() {
        return "shebang";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        Map<String, List<String>> byInterpreter = new LinkedHashMap<>();
        for (LayerEntry entry : layer.plan().entries()) {
            if (PROGRAMS.stream().anyMatch(entry.path()::startsWith)) {
                String interpreter = interpreter(entry);
                if (!interpreter.isEmpty()
                        && IN_LAMBDA.stream().noneMatch(interpreter::startsWith)
                        && !isInLayer(interpreter, layer)) {
                    byInterpreter
                            .computeIfAbsent(interpreter, key -> new ArrayList<>())
                            .add(entry.path());
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        byInterpreter.forEach((interpreter, scripts) -> findings.add(finding(interpreter, scripts)));
        return findings;
    }

    private static boolean isInLayer(String program, AuditedLayer layer) {
        return program.startsWith(OPT)
                && layer.plan().entries().stream()
                        .anyMatch(entry -> entry.path().equals(program.substring(OPT.length())));
    }

    private static String interpreter(LayerEntry entry) {
        String start = new String(entry.content().start(LONGEST), UTF_8);
        int end = start.indexOf('\n');
        if (!start.startsWith("#!") || end < 0 || entry.isLink()) {
            return "";
        }
        String line = start.substring(2, end).strip();
        int space = line.indexOf(' ');
        return space < 0 ? line : line.substring(0, space);
    }

    private Finding finding(String interpreter, List<String> scripts) {
        int more = scripts.size() - 1;
        String also = more == 0 ? "" : " and " + Counted.of(more, "more script");
        return warning(
                scripts.get(0) + also + (more == 0 ? " starts" : " start") + " with #!" + Printable.name(interpreter)
                        + ", which is no program of Lambda.",
                "write #!/usr/bin/env python3 or #!/bin/sh there, or leave the script out with <exclusions>");
    }
}
