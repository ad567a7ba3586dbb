package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.FunctionChoice.Named;
import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every pair of a layer version and a function that a request means, each function once. */
final class AttachmentList {

    private final AttachRequest request;
    private final FunctionSearch search;
    private final Map<String, Attachment> pairs = new LinkedHashMap<>();

    AttachmentList(AttachRequest request, FunctionSearch search) {
        this.request = request;
        this.search = search;
    }

    /**
     * The pairs, in the order of the wishes; a function that two wishes mean is as the first one says.
     *
     * @throws LayerException for all wishes together
     */
    List<Attachment> pairs() {
        Problems problems = new Problems();
        for (FunctionWish wish : request.functions()) {
            List<Attachment> meant = problems.collect(() -> meant(wish));
            for (Attachment pair : meant == null ? List.<Attachment>of() : meant) {
                pairs.putIfAbsent(pair.region() + " " + pair.function().name(), pair);
            }
        }
        problems.throwIfAny();
        return List.copyOf(pairs.values());
    }

    private List<Attachment> meant(FunctionWish wish) {
        if (wish.choice() instanceof Named named) {
            return Attachment.of(named.name(), wish, request);
        }
        List<Attachment> found = new ArrayList<>();
        for (LayerVersionArn version : request.versions()) {
            for (FunctionName name : search.in(version.region(), wish.choice())) {
                found.add(new Attachment(version, name, wish, request));
            }
        }
        if (found.isEmpty()) {
            throw none(
                    wish.choice(),
                    request.versions().stream().map(LayerVersionArn::region).toList());
        }
        return found;
    }

    /** The failure about a function that is named by its ARN, in a region where nothing is done. */
    static LayerException elsewhere(FunctionName function, String done, List<String> regions) {
        String home = function.region().orElse("no region");
        return new LayerException(
                AwsProblem.FUNCTION_ELSEWHERE,
                "Function " + function + " is in " + home + ", and " + done + " in "
                        + (regions.isEmpty() ? "no region" : String.join(", ", regions)) + " only.",
                "add <region>" + home + "</region> to <regions>");
    }

    static LayerException none(FunctionChoice choice, List<String> regions) {
        return new LayerException(
                AwsProblem.NO_FUNCTION_MATCHES,
                "No function matches " + choice + " in " + String.join(", ", regions) + ".",
                "see aws lambda list-functions --region " + regions.get(0));
    }
}
