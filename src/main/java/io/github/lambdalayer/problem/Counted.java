package io.github.lambdalayer.problem;

/** A number and what it counts, in sentences. */
public final class Counted {

    private Counted() {}

    /** For example {@code 1 wheel} and {@code 2 wheels}, both of {@code wheel}. */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
