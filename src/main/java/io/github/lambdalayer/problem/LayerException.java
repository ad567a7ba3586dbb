package io.github.lambdalayer.problem;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one exception that users see: what is wrong in whole sentences, and what they can do about it.
 *
 * <pre>{@code
 * throw new LayerException(
 *         WheelProblem.BAD_ENTRY_NAME,
 *         "demo-1.0-py3-none-any.whl: entry \"../evil\" leaves the archive.",
 *         "choose another release of demo, and report this one to its index");
 * }</pre>
 *
 * <p>The sentence names the package, version, file or parameter and its value. A hint starts in lower case, has no
 * full stop, and is shown behind {@code hint: }. The cause is for the debug log; Maven never prints it.
 */
public final class LayerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient List<String> hints;
    private final transient List<LayerException> parts;

    /** A failure whose sentence and hints tell the user everything. */
    public LayerException(ProblemCode code, String sentence, String... hints) {
        this(code, sentence, List.of(hints), null);
    }

    /** A failure that another one brought about; {@code cause} is kept for the debug log. */
    public LayerException(ProblemCode code, String sentence, List<String> hints, @Nullable Throwable cause) {
        this(code, sentence, hints, cause, List.of());
    }

    private LayerException(
            ProblemCode code,
            String sentence,
            List<String> hints,
            @Nullable Throwable cause,
            List<LayerException> parts) {
        super(Printable.text(Objects.requireNonNull(sentence)), cause);
        this.code = Objects.requireNonNull(code);
        this.hints = hints.stream().map(Printable::text).toList();
        this.parts = List.copyOf(parts);
    }

    /** Several failures as one, in their order, with the code of the first. */
    static LayerException together(List<LayerException> several) {
        StringBuilder sentences = new StringBuilder(several.size() + " problems:");
        several.forEach(each -> sentences.append("\n\n").append(each.sentence()));
        List<String> hints =
                several.stream().flatMap(each -> each.hints.stream()).distinct().toList();
        LayerException first = several.get(0);
        return new LayerException(first.code, sentences.toString(), hints, first, several);
    }

    /** What {@link #together} has put together; itself where it is one failure. */
    List<LayerException> parts() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /**
     * The same failure, whose sentence begins with what it is about where it does not say so already:
     * {@code about("Layer ml")} gives {@code Layer ml: pandas==1.2.4 has no wheel …}. Of several together each begins so.
     */
    public LayerException about(String subject) {
        if (!parts.isEmpty()) {
            return together(parts.stream().map(each -> each.about(subject)).toList());
        }
        return sentence().startsWith(subject + " ") || sentence().startsWith(subject + ":")
                ? this
                : new LayerException(code, subject + ": " + sentence(), hints, this);
    }

    /** The kind of failure, for example {@code WheelProblem.BAD_ENTRY_NAME}. */
    public ProblemCode code() {
        return code;
    }

    /** What is wrong, without the hints; may have several lines. */
    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }

    /** What the user can do, most promising first; may be empty. */
    public List<String> hints() {
        return hints;
    }

    /**
     * The whole block as it is printed: the sentence, an empty line where it has several, {@code hint: } lines, and
     * where to read on.
     *
     * <pre>
     * demo-1.0-py3-none-any.whl: entry "../evil" leaves the archive.
     * hint: choose another release of demo, and report this one to its index
     * see problems.html#bad-entry-name
     * </pre>
     */
    public String block() {
        StringBuilder block = new StringBuilder(sentence());
        if (sentence().indexOf('\n') >= 0) {
            block.append('\n');
        }
        for (String hint : hints) {
            block.append("\nhint: ").append(hint);
        }
        return block.append("\nsee problems.html#").append(code.anchor()).toString();
    }
}
