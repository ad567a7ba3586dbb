package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.requirement.Requirement;

/**
 * A requirement and where it stands.
 *
 * @param origin for a sentence that begins with it: {@code your pom} requires pandas
 */
public record RootRequirement(Requirement requirement, String origin) {

    /** Where what no file declares stands. */
    public static final String POM = "your pom";

    /** A requirement of the pom. */
    public static RootRequirement ofPom(String text) {
        return new RootRequirement(Requirement.parse(text), POM);
    }

    boolean isOfPom() {
        return origin.equals(POM);
    }

    @Override
    public String toString() {
        return requirement.toString();
    }
}
