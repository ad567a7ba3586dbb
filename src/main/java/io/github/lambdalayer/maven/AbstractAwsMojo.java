package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.DeliveryPlan;
import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters of goals that ask AWS. Credentials come from the chain of the AWS SDK, never from a parameter. */
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
abstract class AbstractAwsMojo extends AbstractBuildingMojo {

    /**
     * The regions that the layer is published to. Without it: the default region of the AWS SDK.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.regions")
    private List<String> regions;

    /**
     * Refuses every other account, for example {@code 123456789012}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.expectedAccount")
    private String expectedAccount;

    /**
     * Another address of AWS, for example that of an emulator. Without it: {@code AWS_ENDPOINT_URL}, as the SDK
     * reads it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.endpointUrl")
    private String endpointUrl;

    /**
     * What the keys in the bucket start with.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.bucketPrefix", defaultValue = "lambda-layers/")
    private String bucketPrefix;

    /**
     * {@code COPY}, or {@code REFERENCE}, with which AWS Lambda reads the object in the bucket for good.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.storageMode", defaultValue = "COPY")
    private String storageMode;

    /**
     * The key of AWS KMS that zips in the bucket are encrypted with: its ARN, its id, or {@code alias/…}; {@code {region}}
     * and {@code {account}} are filled in. Without it: as the bucket does by itself.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.bucketKmsKey")
    private String bucketKmsKey;

    /**
     * {@code delete} deletes a zip from the bucket once AWS Lambda has copied it; with {@code keep} it stays there until
     * somebody deletes it, for example a lifecycle rule of the bucket. What {@code REFERENCE} refers to always stays.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.stagedZips", defaultValue = "keep")
    private String stagedZips;

    /**
     * The functions that the layer is put on: by name, by pattern such as {@code orders-*}, by ARN, or by a tag. With an
     * alias a version is published and the alias moved to it; with a canary the function is called first, and the layer
     * goes back when that fails. On the command line: names, patterns, ARNs, or {@code orders:live}.
     *
     * <pre>{@code
     * <functions>
     *   <function><name>orders</name><alias>live</alias><canaryPayload>{"ping": true}</canaryPayload></function>
     *   <function><tag>team=data</tag></function>
     * </functions>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.functions")
    private PlexusConfiguration functions;

    /**
     * Who else may use the layer; those that are not declared any more lose it with the next publishing. Without it, what
     * others have set up is left as it is.
     *
     * <pre>{@code
     * <permissions>
     *   <permission><account>210987654321</account></permission>
     *   <permission><organization>o-a1b2c3d4e5</organization></permission>
     * </permissions>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration permissions;

    /**
     * Whether {@code <account>*</account>} may open the layer to every AWS account.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.allowPublic", defaultValue = "false")
    private String allowPublic;

    /**
     * A zip that was made before, here or elsewhere, and goes to AWS as it is: a file, or a Maven artifact as
     * {@code group:artifact:version:zip:classifier}. Without it: the one that is built.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.zip")
    private String zip;

    /**
     * The digest that the zip has to have, in hexadecimal: what one job has planned is what another publishes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.sha256")
    private String sha256;

    /**
     * Says what would be done, and changes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.dryRun", defaultValue = "false")
    private String dryRun;

    AbstractAwsMojo(MavenServices services) {
        super(services);
    }

    @Override
    Dependencies needs(Parameters layer) {
        return layer.nonEmpty("zip").isEmpty() ? Dependencies.ALL : Dependencies.NONE;
    }

    /** Where each layer goes, all faults found before anything is done. */
    final List<LayerDelivery> deliveries(List<DeclaredLayer> layers) {
        return DeclaredLayer.askAll(
                layers,
                layer -> new LayerDelivery(layer, new AwsReader(layer.parameters(), isSent()).read(zip(layer))));
    }

    /** Whether the goal sends a zip to AWS, or says how it would; parameters about that are nothing to the others. */
    boolean isSent() {
        return true;
    }

    @Override
    void require(Parameters layer, Problems problems) {
        problems.collect(() -> new AwsReader(layer, isSent()).read(Optional.empty()));
        problems.collect(() -> layer.flag("dryRun", false));
    }

    /**
     * What would be done with each layer; {@code lambda-layer.<layer>.changes} of the project then says whether that is
     * anything.
     */
    final List<DeliveryPlan> plans(List<LayerDelivery> deliveries) {
        LayerBuild build = build();
        List<DeliveryPlan> plans = new ArrayList<>();
        for (LayerDelivery each : deliveries) {
            DeliveryPlan plan = each.layer().ask(spec -> build.plan(spec, each.delivery()));
            project()
                    .getProperties()
                    .setProperty(Parameters.PREFIX + plan.layer() + ".changes", String.valueOf(plan.changes()));
            plans.add(plan);
        }
        return plans;
    }

    /** Says in the log what would be done. */
    final void tellPlans(List<LayerDelivery> deliveries) {
        plans(deliveries).stream()
                .flatMap(plan -> PlanText.lines(plan).stream())
                .forEach(getLog()::info);
    }

    /** Fails with {@code -o}: the rest of the build works offline, so that Maven's own switch cannot be used. */
    final void requireOnline() {
        if (session().isOffline()) {
            throw new LayerException(
                    PomProblem.OFFLINE,
                    "The goal " + goal() + " asks AWS, and Maven runs offline.",
                    "mvn lambda-layer:" + goal() + " without -o",
                    "or -Dlambda-layer." + goal() + ".skip where only the layer is wanted");
        }
    }
}
