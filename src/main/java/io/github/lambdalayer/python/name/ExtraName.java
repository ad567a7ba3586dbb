package io.github.lambdalayer.python.name;

/**
 * The name of an extra or of a dependency group in its one normal form: {@code Build_Docs} is {@code build-docs}
 * (PEP 685, PEP 735).
 *
 * @param value the normal form
 */
public record ExtraName(String value) implements Comparable<ExtraName> {

    /** Wants the normal form; {@link #of} takes any spelling. */
    public ExtraName {
        NameText.requireNormalised(value);
    }

    /**
     * The name of any spelling.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link NameProblem#BAD_NAME}
     */
    public static ExtraName of(String text) {
        return new ExtraName(NameText.normalised(NameText.checked(text, "the name of an extra")));
    }

    /** The normal form of any text, legal name or not: the right side of {@code extra == "Build_Docs"}. */
    public static String normalForm(String text) {
        return NameText.normalised(text);
    }

    /** Written out, as is {@link #hashCode}: the JVM takes milliseconds to make those of a record at their first call. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ExtraName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ExtraName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
