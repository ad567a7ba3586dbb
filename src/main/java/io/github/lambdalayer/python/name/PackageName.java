package io.github.lambdalayer.python.name;

/**
 * A package's name in its one normal form: {@code Foo__Bar.baz} is {@code foo-bar-baz} (PEP 503).
 *
 * @param value the normal form
 */
public record PackageName(String value) implements Comparable<PackageName> {

    /** Wants the normal form; {@link #of} takes any spelling. */
    public PackageName {
        NameText.requireNormalised(value);
    }

    /**
     * The name of any spelling.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link NameProblem#BAD_NAME}
     */
    public static PackageName of(String text) {
        return new PackageName(NameText.normalised(NameText.checked(text, "a package name")));
    }

    /** Written out, as is {@link #hashCode}: the JVM takes milliseconds to make those of a record at their first call. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PackageName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(PackageName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
