package io.github.lambdalayer.maven;

import java.util.List;
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
     * The profile of the AWS configuration files.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.profile")
    private String profile;

    /**
     * A role that is assumed first.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.roleArn")
    private String roleArn;

    /**
     * The bucket for zips that are too large to be sent directly; {@code {region}} and {@code {account}} are filled
     * in.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.bucket")
    private String bucket;

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
     * Who else may use the published version.
     *
     * <pre>{@code <permissions><permission><account>123456789012</account></permission></permissions>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration permissions;

    /**
     * Allows the account {@code *} in {@code permissions}: everybody.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.allowPublic", defaultValue = "false")
    private String allowPublic;

    /**
     * The functions that the layer is put on, by name, pattern or ARN.
     *
     * <pre>{@code <functions><function><name>orders</name></function></functions>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.functions")
    private PlexusConfiguration functions;

    /**
     * A zip that was built before and is used as it is, instead of that of this project.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.zip")
    private String zip;

    /**
     * Says what would be done, and changes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.dryRun", defaultValue = "false")
    private String dryRun;
}
