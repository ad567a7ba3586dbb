package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.problem.LayerException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Whether a function can have the layer: what AWS would refuse, and what it would accept though it cannot work. */
final class AttachChecks {

    private AttachChecks() {}

    /**
     * Throws when it cannot.
     *
     * @throws LayerException {@link AwsProblem#IMAGE_FUNCTION}, {@link AwsProblem#RUNTIME_DIFFERS} and others
     */
    static void check(Attachment attachment, FunctionView function) {
        if (function.isImage()) {
            throw attachment.problem(
                    AwsProblem.IMAGE_FUNCTION,
                    "is made of a container image, and such functions have no layers.",
                    "install the packages in the image");
        }
        if (function.state().isBroken()) {
            throw attachment.problem(
                    AwsProblem.FUNCTION_NOT_READY,
                    "is in the state Failed: " + function.state().because() + ".",
                    "repair or deploy the function first");
        }
        checkAccount(attachment, function);
        checkTarget(attachment, function);
        checkCount(attachment, function);
        checkSize(attachment, function);
    }

    /** What was published with other credentials stands in a result that is still here. */
    private static void checkAccount(Attachment attachment, FunctionView function) {
        String account = attachment.layer().account();
        FunctionName found = FunctionName.of(function.arn());
        if (!attachment.function().isArn()
                && found.account().filter(own -> !own.equals(account)).isPresent()) {
            throw attachment.problem(
                    AwsProblem.WRONG_ACCOUNT,
                    "is in account " + found.account().get() + ", and layer " + attachment.layerText()
                            + " was published in account " + account + ".",
                    "publish with these credentials as well: mvn lambda-layer:publish lambda-layer:attach");
        }
    }

    private static void checkTarget(Attachment attachment, FunctionView function) {
        List<String> runtimes = attachment.request().runtimes();
        if (!runtimes.isEmpty() && !runtimes.contains(function.runtime())) {
            throw attachment.problem(
                    AwsProblem.RUNTIME_DIFFERS,
                    "runs " + function.runtime() + ", and layer " + attachment.layerText() + " is made for "
                            + String.join(", ", runtimes) + ".",
                    "make a layer for " + function.runtime() + ", or change the function's runtime");
        }
        List<String> architectures = attachment.request().architectures();
        if (!architectures.isEmpty() && Collections.disjoint(architectures, function.architectures())) {
            String own = String.join(", ", function.architectures());
            throw attachment.problem(
                    AwsProblem.ARCHITECTURE_DIFFERS,
                    "runs on " + own + ", and layer " + attachment.layerText() + " is made for "
                            + String.join(", ", architectures) + ".",
                    "make a layer for " + own);
        }
    }

    private static void checkCount(Attachment attachment, FunctionView function) {
        int count = LayerList.with(function.layers(), attachment.layer()).size();
        if (count > LambdaLimits.LAYERS_PER_FUNCTION) {
            throw attachment.problem(
                    AwsProblem.SIXTH_LAYER,
                    "has " + function.layers().size() + " layers, and AWS allows " + LambdaLimits.LAYERS_PER_FUNCTION
                            + ": " + String.join(", ", function.layers()) + ".",
                    "take one off, or put the packages of two into one layer");
        }
    }

    private static void checkSize(Attachment attachment, FunctionView function) {
        long others = function.bytesWithout(attachment.layer().withoutVersion() + ":");
        long least = attachment.request().unzippedBytes() + others;
        if (least > LambdaLimits.UNZIPPED_BYTES) {
            throw attachment.problem(
                    AwsProblem.FUNCTION_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "would have %,d bytes or more of code and layers, and AWS allows %,d.",
                            least,
                            LambdaLimits.UNZIPPED_BYTES),
                    "leave packages out of the layer, or code out of the function");
        }
    }
}
