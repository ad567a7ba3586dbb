package io.github.lambdalayer.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.proxy.ProxySettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * The token with which an index on AWS CodeArtifact is read: GetAuthorizationToken, for the user {@code aws}. An index
 * is there when its host is {@code <domain>-<account>.d.codeartifact.<region>.amazonaws.com}.
 */
public final class CodeArtifactToken {

    private static final String PERMISSION =
            "allow codeartifact:GetAuthorizationToken and sts:GetServiceBearerToken to the caller";
    private static final String NETWORK = "look at the network, the proxy and the region in the index's address";

    /** The user that goes with the token. */
    public static final String USER = "aws";

    private static final String MIDDLE = ".d.codeartifact.";
    private static final List<String> ENDINGS = List.of(".amazonaws.com", ".amazonaws.com.cn");
    private static final int ACCOUNT_DIGITS = 12;

    private final String domain;
    private final String owner;
    private final String region;
    private final String suffix;

    private CodeArtifactToken(String domain, String owner, String region, String suffix) {
        this.domain = domain;
        this.owner = owner;
        this.region = region;
        this.suffix = suffix;
    }

    /** What to ask for the index at that host; empty when it is not on CodeArtifact. */
    public static Optional<CodeArtifactToken> of(String host) {
        int middle = host.indexOf(MIDDLE);
        int end = ENDINGS.stream()
                .filter(host::endsWith)
                .mapToInt(e -> host.length() - e.length())
                .findFirst()
                .orElse(-1);
        int hyphen = middle - ACCOUNT_DIGITS - 1;
        if (hyphen < 1 || end < middle + MIDDLE.length() || host.charAt(hyphen) != '-') {
            return Optional.empty();
        }
        String owner = host.substring(hyphen + 1, middle);
        if (!owner.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        String region = host.substring(middle + MIDDLE.length(), end);
        if (!region.chars().allMatch(CodeArtifactToken::isOfRegion)) {
            return Optional.empty();
        }
        return Optional.of(new CodeArtifactToken(host.substring(0, hyphen), owner, region, host.substring(end)));
    }

    /** A dot would make it the host of somebody else's domain. */
    private static boolean isOfRegion(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    /** What a policy has to name: {@code arn:aws:codeartifact:eu-west-1:123456789012:domain/acme}. */
    String domainArn() {
        return "arn:" + Partition.of(region) + ":codeartifact:" + region + ":" + owner + ":domain/" + domain;
    }

    /**
     * Asks AWS for the token; it is good for at most twelve hours.
     *
     * @throws LayerException {@link AwsProblem#NO_CREDENTIALS}, {@link AwsProblem#NO_INDEX_TOKEN}
     */
    public String fetch(AwsIdentity identity, List<ProxySettings> proxies) {
        AwsSettings settings =
                new AwsSettings(List.of(region), "", identity.profile(), identity.roleArn(), "", proxies);
        try (AwsClients clients = AwsClients.open(settings)) {
            clients.checkCredentials();
            return token(clients);
        } catch (IOException | UncheckedIOException e) {
            throw without("no answer", NETWORK, e);
        }
    }

    private String token(AwsClients clients) throws IOException {
        AwsCredentials identity = clients.identity();
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint(clients))
                .appendRawQueryParameter("domain", domain)
                .appendRawQueryParameter("domain-owner", owner)
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(identity)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "codeartifact")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        HttpExecuteResponse response = clients.http()
                .prepareRequest(
                        HttpExecuteRequest.builder().request(signed.request()).build())
                .call();
        int status = response.httpResponse().statusCode();
        try (InputStream body = response.responseBody().orElseGet(AbortableInputStream::createEmpty)) {
            if (status != 200) {
                throw without("status " + status, PERMISSION, null);
            }
            return member(body, "authorizationToken");
        }
    }

    private URI endpoint(AwsClients clients) {
        String address = AwsEndpoint.of(clients.settings()).orElse("https://codeartifact." + region + suffix);
        return URI.create(address + "/v1/authorization-token");
    }

    private static String member(InputStream json, String name) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(name);
                parser.nextToken();
                if (wanted) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
        }
        throw new IOException("no " + name + " in the answer");
    }

    private LayerException without(String because, String hint, @Nullable Throwable cause) {
        return new LayerException(
                AwsProblem.NO_INDEX_TOKEN,
                "AWS CodeArtifact gave no token for domain " + Printable.name(domain) + " of account " + owner + " in "
                        + region + ": " + because + ".",
                List.of(hint, "or set a <server> with the index's id"),
                cause);
    }
}
