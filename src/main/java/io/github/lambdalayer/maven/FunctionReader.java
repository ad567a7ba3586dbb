package io.github.lambdalayer.maven;

import io.github.lambdalayer.aws.FunctionChoice;
import io.github.lambdalayer.aws.FunctionWish;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads each {@code <function>} with its name or tag, its alias and its canary. */
final class FunctionReader {

    static final Set<String> PARTS = Set.of("name", "tag", "alias", "canaryPayload");

    private final Problems problems;

    FunctionReader(Problems problems) {
        this.problems = problems;
    }

    /** Those that are right; faults are added to the problems. */
    List<FunctionWish> read(List<ParameterTree> parts) {
        List<FunctionWish> wishes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            ParameterTree part = parts.get(i);
            String place = "<function> " + (i + 1);
            FunctionWish wish =
                    problems.collect(() -> new Given(text(part, "name"), place).as(name -> wish(part, name)));
            if (wish != null) {
                wishes.add(wish);
            }
        }
        return wishes;
    }

    private static FunctionWish wish(ParameterTree part, String name) {
        checkParts(part);
        String alias = text(part, "alias");
        String canary = text(part, "canaryPayload");
        Optional<ParameterTree> tag = part.child("tag");
        if (tag.isEmpty()) {
            return FunctionWish.of(name, alias, canary);
        }
        if (!name.isEmpty()) {
            throw new LayerException(
                    PomProblem.BAD_PARAMETER, "<name> and <tag> exclude each other.", "write two <function>s");
        }
        return new FunctionWish(FunctionChoice.tagged(tag.get().text()), alias, canary);
    }

    private static void checkParts(ParameterTree part) {
        String unknown = part.children().stream()
                .map(ParameterTree::name)
                .filter(child -> !PARTS.contains(child))
                .map(child -> "<" + Printable.name(child) + ">")
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new LayerException(
                    PomProblem.BAD_PARAMETER,
                    unknown + " is not a part of a <function>.",
                    "it has <name> or <tag>, <alias> and <canaryPayload>");
        }
    }

    private static String text(ParameterTree part, String name) {
        return part.child(name).map(ParameterTree::text).orElse("");
    }
}
