package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.proxy.ProxySettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where AWS is asked and as whom; an empty text means that the SDK decides, from the environment and the profiles.
 *
 * @param regions for example {@code eu-west-1}; empty for the SDK's own default region
 * @param endpointUrl one address for all services, for example {@code http://localhost:4566}
 * @param profile a profile of the files that the AWS CLI reads too; it comes before keys in the environment
 * @param roleArn a role to assume with the credentials found
 * @param expectedAccount twelve digits; any other account is refused
 * @param proxies those between here and AWS, in order; without one the SDK decides, from the environment and the JVM
 */
public record AwsSettings(
        List<String> regions,
        String endpointUrl,
        String profile,
        String roleArn,
        String expectedAccount,
        List<ProxySettings> proxies) {

    private static final int LAST_PORT = 65_535;

    /** {@code eu-west-1} and {@code us-gov-east-1}, not {@code eu-west-1a}. */
    private static final Pattern REGION = Pattern.compile("[a-z]{2,10}(-[a-z]{1,20}){1,4}-[0-9]{1,3}");

    /**
     * Wants regions that look like regions, and an address of HTTP.
     *
     * @throws LayerException {@link AwsProblem#BAD_REGION}, {@link AwsProblem#BAD_ENDPOINT_URL}
     */
    public AwsSettings {
        regions = List.copyOf(regions).stream().distinct().toList();
        proxies = List.copyOf(proxies);
        regions.forEach(AwsSettings::region);
        if (!endpointUrl.isEmpty()) {
            address("endpointUrl", endpointUrl);
        }
    }

    /** Without proxies of its own. */
    public AwsSettings(
            List<String> regions, String endpointUrl, String profile, String roleArn, String expectedAccount) {
        this(regions, endpointUrl, profile, roleArn, expectedAccount, List.of());
    }

    /** The same by way of these proxies. */
    public AwsSettings through(List<ProxySettings> others) {
        return new AwsSettings(regions, endpointUrl, profile, roleArn, expectedAccount, others);
    }

    /**
     * The name of a region, as it is.
     *
     * @throws LayerException {@link AwsProblem#BAD_REGION}
     */
    public static String region(String region) {
        if (!REGION.matcher(region).matches()) {
            throw new LayerException(
                    AwsProblem.BAD_REGION,
                    "\"" + Printable.name(region) + "\" is not the name of an AWS region.",
                    "a region looks like eu-west-1");
        }
        return region;
    }

    /**
     * An address for all services.
     *
     * @param name where it was read, for example {@code endpointUrl}
     * @throws LayerException {@link AwsProblem#BAD_ENDPOINT_URL}
     */
    static URI address(String name, String text) {
        try {
            URI uri = new URI(text);
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getPort() <= LAST_PORT) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below; the exception's own text would repeat a password as well.
        }
        throw new LayerException(
                AwsProblem.BAD_ENDPOINT_URL,
                name + " must be an http or https URL" + quoted(text) + ".",
                "it looks like https://localhost:4566");
    }

    /** Nothing where a password could be in it. */
    private static String quoted(String text) {
        return text.indexOf('@') < 0 ? ", and is \"" + Printable.name(text) + "\"" : "";
    }

    /** Whether one address stands for all services. */
    boolean hasEndpoint() {
        return !endpointUrl.isEmpty();
    }

    URI endpoint() {
        return address("endpointUrl", endpointUrl);
    }
}
