package io.github.lambdalayer.lambda;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;

/** The processor that a function runs on. */
public enum Architecture {
    /** Intel and AMD. */
    X86_64("x86_64", "x86_64"),
    /** AWS Graviton. */
    ARM64("arm64", "aarch64");

    private final String text;
    private final String machine;

    Architecture(String text, String machine) {
        this.text = text;
        this.machine = machine;
    }

    /**
     * The architecture that AWS calls so.
     *
     * @throws LayerException {@link LambdaProblem#UNKNOWN_ARCHITECTURE}
     */
    public static Architecture of(String text) {
        for (Architecture each : values()) {
            if (each.text.equals(text)) {
                return each;
            }
        }
        String sentence = "\"" + Printable.name(text) + "\" is not an architecture of AWS Lambda: x86_64 or arm64.";
        throw text.equals("aarch64")
                ? new LayerException(LambdaProblem.UNKNOWN_ARCHITECTURE, sentence, "AWS calls aarch64 arm64")
                : new LayerException(LambdaProblem.UNKNOWN_ARCHITECTURE, sentence);
    }

    /** AWS's word: {@code x86_64} or {@code arm64}. */
    public String text() {
        return text;
    }

    /** The word of Python and of Linux: {@code x86_64} or {@code aarch64}. */
    public String machine() {
        return machine;
    }

    @Override
    public String toString() {
        return text;
    }
}
