package io.github.lambdalayer.aws;

import java.net.URI;
import java.util.Optional;

/** The one address that stands for all services of AWS, for example that of an emulator. */
final class AwsEndpoint {

    private AwsEndpoint() {}

    /**
     * The address in the settings or in the environment, without a slash at its end.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link AwsProblem#BAD_ENDPOINT_URL}
     */
    static Optional<String> of(AwsSettings settings) {
        if (settings.hasEndpoint()) {
            return Optional.of(withoutSlash(settings.endpoint()));
        }
        String environment = System.getProperty("aws.endpointUrl", System.getenv("AWS_ENDPOINT_URL"));
        return environment == null || environment.isEmpty()
                ? Optional.empty()
                : Optional.of(withoutSlash(AwsSettings.address("AWS_ENDPOINT_URL", environment)));
    }

    private static String withoutSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
