package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Which regions a run asks. */
final class AwsRegions {

    private AwsRegions() {}

    /**
     * Those of the settings, or else the SDK's own default, for example that of the profile.
     *
     * @throws LayerException {@link AwsProblem#NO_REGION}
     */
    static List<String> of(AwsSettings settings) {
        return settings.regions().isEmpty() ? List.of(byDefault(settings)) : settings.regions();
    }

    private static String byDefault(AwsSettings settings) {
        try {
            DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
            return (settings.profile().isEmpty() ? chain : chain.profileName(settings.profile()))
                    .build()
                    .getRegion()
                    .id();
        } catch (SdkClientException e) {
            throw new LayerException(
                    AwsProblem.NO_REGION,
                    "No AWS region is set.",
                    List.of("set <regions><region>eu-west-1</region></regions>, AWS_REGION, or region in the profile"),
                    e);
        }
    }
}
