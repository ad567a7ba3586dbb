package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerName;
import java.util.List;
import java.util.Set;

/**
 * What a layer's goals are going to ask of AWS.
 *
 * @param layer the layer
 * @param settings its regions and its account; without them the policy is for all
 * @param staging its bucket
 * @param functions its functions
 * @param sharing who else may use it
 * @param goals which goals are run
 * @param indexes those on AWS CodeArtifact that its packages come from
 */
public record PolicyNeeds(
        LayerName layer,
        AwsSettings settings,
        Staging staging,
        List<FunctionWish> functions,
        LayerSharing sharing,
        Set<Goal> goals,
        List<CodeArtifactToken> indexes) {

    /** The goals that ask AWS. */
    public enum Goal {
        PUBLISH,
        ATTACH,
        PLAN,
        DETACH,
        PRUNE
    }

    public PolicyNeeds {
        functions = List.copyOf(functions);
        goals = Set.copyOf(goals);
        indexes = List.copyOf(indexes);
    }

    boolean any(Goal... some) {
        for (Goal goal : some) {
            if (goals.contains(goal)) {
                return true;
            }
        }
        return false;
    }
}
