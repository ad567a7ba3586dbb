package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.SyntaxFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Options as pip reads them: {@code --hash=sha256:…}, {@code --hash sha256:…}, {@code -r base.txt}, {@code -rbase.txt}.
 *
 * @param option which one
 * @param value what it is given; "" when it takes nothing
 */
record OptionWords(FileOption option, String value) {

    /**
     * The options of a line.
     *
     * @throws io.github.lambdalayer.problem.LayerException for one that is unknown, lacks its value or has one too
     *     many; values are not told, since they may be secret
     */
    static List<OptionWords> of(String line, LinePlace place) {
        try {
            Deque<String> words = new ArrayDeque<>(ShellWords.split(line));
            List<OptionWords> options = new ArrayList<>();
            while (!words.isEmpty()) {
                options.add(next(words.removeFirst(), words));
            }
            return options;
        } catch (SyntaxFault e) {
            throw place.fault(RequirementsFileProblem.REQUIREMENTS_FILE_OPTION, e.expected() + ".");
        }
    }

    private static OptionWords next(String word, Deque<String> rest) {
        if (!word.startsWith("-")) {
            throw new SyntaxFault(0, "a word follows that is no option; a value with blanks is written in quotes");
        }
        int nameEnd = word.startsWith("--") ? indexOrEnd(word, '=') : Math.min(2, word.length());
        String name = word.substring(0, nameEnd);
        FileOption option = FileOption.of(name)
                .orElseThrow(() -> new SyntaxFault(0, Printable.name(name) + " is no option of a requirements file"));
        String attached = word.substring(nameEnd);
        if (!option.hasValue()) {
            return without(option, name, attached);
        }
        if (!attached.isEmpty()) {
            return new OptionWords(option, attached.startsWith("=") ? attached.substring(1) : attached);
        }
        if (rest.isEmpty()) {
            throw new SyntaxFault(0, name + " needs a value");
        }
        return new OptionWords(option, rest.removeFirst());
    }

    private static OptionWords without(FileOption option, String name, String attached) {
        if (!attached.isEmpty()) {
            throw new SyntaxFault(0, name + " takes no value");
        }
        return new OptionWords(option, "");
    }

    private static int indexOrEnd(String word, char c) {
        int index = word.indexOf(c);
        return index < 0 ? word.length() : index;
    }
}
