package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.testing.aws.FakeLambda;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of profile that the AWS CLI writes works without a word about classes or modules. */
class ProfilesTest {

    private static final String SESSION = "arn:aws:iam::123456789012:user/build";
    private static final String PROFILES = """
            [profile keys]
            aws_access_key_id = AKIAKEYS
            aws_secret_access_key = secret
            [profile role]
            role_arn = arn:aws:iam::123456789012:role/publisher
            source_profile = keys
            [profile web]
            role_arn = arn:aws:iam::123456789012:role/publisher
            web_identity_token_file = %1$s/token
            [profile process]
            credential_process = cat %1$s/process.json
            [profile sso]
            sso_session = acme
            sso_account_id = 123456789012
            sso_role_name = Publisher
            [sso-session acme]
            sso_region = eu-west-1
            sso_start_url = https://acme.example/start
            [profile older-sso]
            sso_region = eu-west-1
            sso_start_url = https://acme.example/start
            sso_account_id = 123456789012
            sso_role_name = Publisher
            [profile login]
            login_session = %2$s
            [profile sso-never]
            sso_session = other
            sso_account_id = 123456789012
            sso_role_name = Publisher
            [sso-session other]
            sso_region = eu-west-1
            sso_start_url = https://other.example/start
            [profile sso-over]
            sso_region = eu-west-1
            sso_start_url = https://over.example/start
            sso_account_id = 123456789012
            sso_role_name = Publisher
            [profile broken]
            sso_session = missing
            sso_account_id = 123456789012
            sso_role_name = Publisher
            [profile half]
            aws_access_key_id = AKIAKEYS
            [profile circle]
            role_arn = arn:aws:iam::123456789012:role/publisher
            source_profile = circle2
            [profile circle2]
            role_arn = arn:aws:iam::123456789012:role/publisher
            source_profile = circle
            [profile no-token]
            role_arn = arn:aws:iam::123456789012:role/publisher
            web_identity_token_file = /nonexistent/token
            [profile sso-refused]
            sso_region = eu-west-1
            sso_start_url = https://refused.example/start
            sso_account_id = 123456789012
            sso_role_name = Publisher
            [profile login-never]
            login_session = arn:aws:iam::123456789012:user/other
            """;

    @TempDir
    private Path home;

    @Test
    void everyKindOfProfileHasCredentials() throws Exception {
        write("token", "eyJ");
        write("process.json", "{\"Version\": 1, \"AccessKeyId\": \"AKIAPROCESS\", \"SecretAccessKey\": \"s\"}");
        write(".aws/config", PROFILES.formatted(home, SESSION));
        write(".aws/sso/cache/" + sha1("acme") + ".json", token("signed-in", "2099-01-01T00:00:00Z"));
        write(
                ".aws/sso/cache/" + sha1("https://acme.example/start") + ".json",
                token("signed-in", "2099-01-01T00:00:00Z"));
        write(".aws/login/cache/" + Sha256.of(SESSION.getBytes(StandardCharsets.UTF_8)) + ".json", """
                {"accessToken": {"accessKeyId": "ASIALOGIN", "secretAccessKey": "s", "sessionToken": "t",
                  "accountId": "123456789012", "expiresAt": "2099-01-01T00:00:00Z"}, "tokenType": "aws_sigv4",
                 "refreshToken": "r", "idToken": "i", "clientId": "arn:aws:signin:::devtools/same-device",
                 "dpopKey": "k"}""");
        assertThat(answers("keys", "role", "web", "process", "sso", "older-sso", "login"))
                .containsExactly(
                        "keys: AKIAKEYS of 123456789012",
                        "role: ASIAROLE of 123456789012",
                        "web: ASIAWEB of 123456789012",
                        "process: AKIAPROCESS of 123456789012",
                        "sso: ASIASSO of 123456789012",
                        "older-sso: ASIASSO of 123456789012",
                        "login: ASIALOGIN of 123456789012");
    }

    @Test
    void whatIsWrongWithAProfileIsSaid() throws Exception {
        write(".aws/config", PROFILES.formatted(home, SESSION));
        write(
                ".aws/sso/cache/" + sha1("https://over.example/start") + ".json",
                token("signed-in", "2020-01-01T00:00:00Z"));
        write(
                ".aws/sso/cache/" + sha1("https://refused.example/start") + ".json",
                token("withdrawn", "2099-01-01T00:00:00Z"));
        assertThat(answers("sso-never"))
                .containsExactly(
                        "sso-never: The session of AWS IAM Identity Center is over, or there is none yet.",
                        "hint: run aws sso login, and the goal again: what was done is not done twice",
                        "see problems.html#credentials-expired");
        assertThat(answers("half"))
                .containsExactly(
                        "half: The AWS profile \"half\" cannot be used: Profile property 'aws_secret_access_key' was not"
                                + " configured for 'half'.",
                        "hint: correct it in ~/.aws/config or ~/.aws/credentials, or choose another with <profile>",
                        "see problems.html#profile-unusable");
        assertThat(answers("sso-over", "sso-refused", "login-never", "circle", "no-token", "broken", "none"))
                .filteredOn(line -> !line.startsWith("hint: ") && !line.startsWith("see "))
                .containsExactly(
                        "sso-over: The session of AWS IAM Identity Center is over, or there is none yet.",
                        "sso-refused: The session of AWS IAM Identity Center is over, or there is none yet.",
                        "login-never: The session of aws login is over, or there is none yet.",
                        "circle: The AWS profile \"circle\" cannot be used: Invalid profile file: Circular relationship"
                                + " detected with profiles [circle2, circle].",
                        "no-token: The AWS profile \"no-token\" cannot be used: /nonexistent/token does not exist.",
                        "broken: The AWS profile \"broken\" cannot be used: Sso-session section not found with sso-session"
                                + " title missing.",
                        "none: No AWS credentials were found in the profile \"none\".");
    }

    private List<String> answers(String... profiles) throws IOException {
        try (FakeLambda aws = FakeLambda.start()) {
            return WhoAmI.ask(
                    Map.of(
                            "HOME",
                            home.toString(),
                            "AWS_ENDPOINT_URL",
                            aws.endpoint().toString(),
                            "AWS_EC2_METADATA_DISABLED",
                            "true",
                            "AWS_REGION",
                            "eu-west-1"),
                    profiles);
        }
    }

    private static String token(String accessToken, String expiresAt) {
        return "{\"accessToken\": \"" + accessToken + "\", \"expiresAt\": \"" + expiresAt + "\"}";
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    private static String sha1(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
