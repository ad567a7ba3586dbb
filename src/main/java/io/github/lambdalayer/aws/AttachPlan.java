package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.lambda.LayerVersionArn;
import java.util.Optional;

/**
 * What attaching would do with one function.
 *
 * @param region for example {@code eu-west-1}
 * @param function its name
 * @param replaces the other version that it has now; "" for none
 * @param changes whether anything would be done: to its list, or to what its alias leads to
 * @param alias the alias that would be moved; "" for none
 * @param headroom bytes that code and layers would leave of what AWS allows, at most: AWS tells zipped sizes only
 */
public record AttachPlan(
        String region, FunctionName function, String replaces, boolean changes, String alias, long headroom) {

    static AttachPlan of(Attachment attachment, FunctionView view, boolean changes) {
        String own = attachment.layer().withoutVersion() + ":";
        Optional<String> now =
                view.layers().stream().filter(arn -> arn.startsWith(own)).findFirst();
        String wanted = attachment.layer().value();
        return new AttachPlan(
                attachment.region(),
                attachment.function(),
                now.filter(arn -> !arn.equals(wanted))
                        .map(arn -> String.valueOf(LayerVersionArn.parse(arn).version()))
                        .orElse(""),
                changes,
                attachment.wish().alias(),
                LambdaLimits.UNZIPPED_BYTES - attachment.request().unzippedBytes() - view.bytesWithout(own));
    }
}
