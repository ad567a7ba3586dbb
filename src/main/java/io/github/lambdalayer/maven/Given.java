package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import java.util.function.Function;

/**
 * A text that the user gave, and where: {@code pandas==2.2.3} at {@code <requirement> 1}, or at
 * {@code -Dlambda-layer.requirements}.
 */
record Given(String text, String place) {

    /**
     * The value that {@code parser} makes of the text.
     *
     * @throws LayerException that of the parser, with the place put before its sentence
     */
    <T> T as(Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (LayerException e) {
            throw new LayerException(e.code(), place + ": " + e.sentence(), e.hints(), e);
        }
    }
}
