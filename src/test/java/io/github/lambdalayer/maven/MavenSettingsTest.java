package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

/** What settings.xml says, of which nothing secret is told. */
class MavenSettingsTest {

    private static final String ENCRYPTED = "{canary-encrypted}";

    /** Hands out what it was given, and the problem where there is one; as Maven's does. */
    private record Result(SettingsDecryptionRequest request, List<SettingsProblem> problems)
            implements SettingsDecryptionResult {

        @Override
        public Server getServer() {
            return request.getServers().get(0);
        }

        @Override
        public List<Server> getServers() {
            return request.getServers();
        }

        @Override
        public Proxy getProxy() {
            return request.getProxies().get(0);
        }

        @Override
        public List<Proxy> getProxies() {
            return request.getProxies();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }

    private static final SettingsDecrypter WITHOUT_A_KEY = request -> new Result(
            request,
            List.of(new DefaultSettingsProblem(
                    "Failed to decrypt " + ENCRYPTED, SettingsProblem.Severity.ERROR, "server: acme", -1, -1, null)));

    private static Settings settings() {
        Server server = new Server();
        server.setId("acme");
        server.setPassword(ENCRYPTED);
        Proxy proxy = new Proxy();
        proxy.setId("office");
        proxy.setActive(true);
        proxy.setHost("proxy.example");
        proxy.setPassword(ENCRYPTED);
        Settings settings = new Settings();
        settings.addServer(server);
        settings.addProxy(proxy);
        return settings;
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        Settings settings = new Settings();
        Server server = new Server();
        server.setId("acme");
        server.setPassword("${env.REPO_PASSWORD}");
        settings.addServer(server);
        assertThatThrownBy(() -> new MavenSettings(settings, WITHOUT_A_KEY).of("acme"))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                                The password of <server> acme in settings.xml is ${env.REPO_PASSWORD}, which nothing defines here.
                                hint: set the environment variable REPO_PASSWORD
                                see problems.html#bad-server"""));
    }

    private static void assertTold(String place, LayerException failure) {
        assertThat(failure.block())
                .isEqualTo("The password of " + place + " in settings.xml cannot be decrypted.\n"
                        + "hint: encrypt it with mvn --encrypt-password, with the master password of this machine\n"
                        + "see problems.html#bad-server");
    }

    @Test
    void passwordOfAServerThatCannotBeDecryptedIsAFailureAndIsNotTold() {
        assertThatThrownBy(() -> new MavenSettings(settings(), WITHOUT_A_KEY).of("acme"))
                .isInstanceOfSatisfying(LayerException.class, e -> assertTold("<server> acme", e));
    }

    @Test
    void passwordOfAProxyThatCannotBeDecryptedIsAFailureAndIsNotTold() {
        assertThatThrownBy(() -> new MavenSettings(settings(), WITHOUT_A_KEY).proxies())
                .isInstanceOfSatisfying(LayerException.class, e -> assertTold("<proxy> office", e));
    }
}
