package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import java.util.Optional;

/** What shall become of one function's list of layers, and how it is spoken of. */
interface Errand {

    /** The function, in {@link #region}. */
    FunctionName function();

    /** For example {@code eu-west-1}. */
    String region();

    /** The version that the function shall have; none when the layer is taken off. */
    default Optional<LayerVersionArn> version() {
        return Optional.empty();
    }

    /** The list as it shall be. */
    List<String> wanted(FunctionView function);

    /** Throws when the function cannot have that list. */
    void check(FunctionView function);

    /** {@code data:7}, or {@code data}. */
    String layerText();

    /** The change, behind "could not be updated": {@code with layer data:7}. */
    String change();

    /** What was asked of AWS: {@code was given layer data:7}. */
    String asked();

    /** What was to be done: {@code the layer was to be attached}. */
    String aim();

    /** The goal to run again: {@code attach}. */
    String goal();

    /** How failures begin: {@code function orders (eu-west-1)}. */
    default String subject() {
        return "function " + function().name() + " (" + region() + ")";
    }

    /** A failure about this function. */
    default LayerException problem(AwsProblem code, String sentence, String... hints) {
        return new LayerException(code, subject() + " " + sentence, hints);
    }
}
