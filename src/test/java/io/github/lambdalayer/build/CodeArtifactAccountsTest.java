package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.aws.AwsIdentity;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.Credentials;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.testing.aws.FakeLambda;
import io.github.lambdalayer.testing.aws.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeArtifactAccountsTest {

    private static final String HOST = "my-domain-210987654321.d.codeartifact.eu-west-1.amazonaws.com";

    private final FakeLambda aws;

    CodeArtifactAccountsTest() throws IOException {
        aws = FakeLambda.start();
        System.setProperty("aws.endpointUrl", aws.endpoint().toString());
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.endpointUrl");
        aws.close();
    }

    private static Optional<Credentials> credentials(String url, IndexCredentials known) {
        return credentials(url, known, AwsIdentity.OF_THE_CHAIN);
    }

    private static Optional<Credentials> credentials(String url, IndexCredentials known, AwsIdentity identity) {
        IndexLocation index = IndexLocation.of("acme", url);
        IndexSettings plain = IndexSettings.of(Path.of("cache"));
        IndexSettings settings = new IndexSettings(
                List.of(index),
                List.of(),
                Map.of(),
                plain.cacheDirectory(),
                false,
                plain.uploadedPriorTo(),
                plain.fileOptions(),
                List.of());
        return new CodeArtifactAccounts(known, settings, identity).of("acme");
    }

    private static String lines(String... lines) {
        return String.join("\n", lines);
    }

    @Test
    void anIndexOnCodeArtifactHasAToken() {
        assertThat(credentials("https://" + HOST + "/pypi/python/simple/", IndexCredentials.NONE))
                .contains(new Credentials("aws", "token-my-domain-210987654321-eu-west-1"));
        assertThat(aws.operations()).containsExactly("GetAuthorizationToken eu-west-1");
    }

    @Test
    void theTokenIsAskedForAsTheProfileAndTheRoleOfTheLayer(@TempDir Path folder) throws IOException {
        String before =
                System.setProperty("aws.configFile", folder.resolve("config").toString());
        Files.writeString(folder.resolve("config"), """
                [profile acme]
                aws_access_key_id = AKIAACME
                aws_secret_access_key = secret
                """);
        String url = "https://" + HOST + "/pypi/python/simple/";
        String role = "arn:aws:iam::210987654321:role/reader";
        assertThat(credentials(url, IndexCredentials.NONE, new AwsIdentity("acme", "")))
                .isPresent();
        assertThat(credentials(url, IndexCredentials.NONE, new AwsIdentity("acme", role)))
                .isPresent();
        System.setProperty("aws.configFile", before == null ? "/nonexistent/config" : before);
        assertThat(aws.calls().stream().map(call -> call.operation() + " as " + call.accessKey()))
                .containsExactly(
                        "GetAuthorizationToken as AKIAACME",
                        "AssumeRole as AKIAACME",
                        "GetAuthorizationToken as ASIAROLE");
    }

    @Test
    void aPasswordOfSettingsComesFirst() {
        Credentials own = new Credentials("me", "password");
        assertThat(credentials("https://" + HOST + "/pypi/python/simple/", id -> Optional.of(own)))
                .contains(own);
        assertThat(aws.operations()).isEmpty();
    }

    @Test
    void otherIndexesDoNotAskAws() {
        for (String url : List.of(
                "https://repo.acme.example/simple/",
                "http://" + HOST + "/pypi/python/simple/",
                "https://my-domain-21098.d.codeartifact.eu-west-1.amazonaws.com/simple/",
                "https://" + HOST + ".evil.example/pypi/python/simple/",
                "https://my-domain-210987654321.d.codeartifact.evil.example.amazonaws.com/simple/",
                "https://d.codeartifact.eu-west-1.amazonaws.com/simple/")) {
            assertThat(credentials(url, IndexCredentials.NONE)).as(url).isEmpty();
        }
        assertThat(aws.operations()).isEmpty();
    }

    @Test
    void aSlashAtTheEndOfTheAddressOfAwsIsNotDoubled() {
        System.setProperty("aws.endpointUrl", aws.endpoint() + "/");
        assertThat(credentials("https://" + HOST + "/pypi/python/simple/", IndexCredentials.NONE))
                .isPresent();
    }

    @Test
    void anAddressOfAwsThatIsNoneIsTold() {
        System.setProperty("aws.endpointUrl", "http://a b");
        assertThatThrownBy(() -> credentials("https://" + HOST + "/pypi/python/simple/", IndexCredentials.NONE))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(lines(
                                        "AWS_ENDPOINT_URL must be an http or https URL, and is \"http://a b\".",
                                        "hint: it looks like https://localhost:4566",
                                        "see problems.html#bad-endpoint-url")));
    }

    @Test
    void anAnswerThatDoesNotComeIsTold() {
        aws.on("GetAuthorizationToken", Fault.replyLost(), Fault.replyLost());
        assertThatThrownBy(() -> credentials("https://" + HOST + "/pypi/python/simple/", IndexCredentials.NONE))
                .hasMessageContaining("in eu-west-1: no answer.")
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.hints())
                                .containsExactly(
                                        "look at the network, the proxy and the region in the index's address",
                                        "or set a <server> with the index's id"));
    }

    @Test
    void aDenialIsToldWithoutTheToken() {
        aws.deny("codeartifact:GetAuthorizationToken");
        assertThatThrownBy(() -> credentials("https://" + HOST + "/pypi/python/simple/", IndexCredentials.NONE))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(lines(
                                        "AWS CodeArtifact gave no token for domain my-domain of account 210987654321 in"
                                                + " eu-west-1: status 403.",
                                        "hint: allow codeartifact:GetAuthorizationToken and sts:GetServiceBearerToken to"
                                                + " the caller",
                                        "hint: or set a <server> with the index's id",
                                        "see problems.html#no-index-token")));
    }
}
