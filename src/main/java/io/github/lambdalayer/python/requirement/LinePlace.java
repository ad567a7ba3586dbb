package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.ProblemCode;

/** A line of a requirements file: {@code requirements.txt, line 3}. */
record LinePlace(String file, int line) {

    LayerException fault(ProblemCode code, String sentence, String... hints) {
        return new LayerException(code, this + ": " + sentence, hints);
    }

    @Override
    public String toString() {
        return file + ", line " + line;
    }
}
