package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.proxy.ProxySettings;
import io.github.lambdalayer.python.index.Credentials;
import io.github.lambdalayer.python.index.IndexCredentials;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/**
 * What settings.xml says about servers, proxies and mirrors. Passwords are decrypted when they are asked for, and one
 * that cannot be is a failure: Maven itself would hand out the encrypted text as if it were the password.
 */
final class MavenSettings implements IndexCredentials {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    MavenSettings(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    @Override
    public Optional<Credentials> of(String serverId) {
        return Optional.ofNullable(settings.getServer(serverId)).map(this::credentials);
    }

    /** Whether there is a {@code <server>} with this id. */
    boolean knows(String serverId) {
        return settings.getServer(serverId) != null;
    }

    /** The active proxies, in the order of the file. */
    List<ProxySettings> proxies() {
        return settings.getProxies().stream()
                .filter(Proxy::isActive)
                .map(this::proxy)
                .toList();
    }

    /**
     * The mirror that names an index in its {@code mirrorOf}, alone or in a list. {@code *} and {@code external:*} do
     * not count: they are meant for repositories of Maven.
     */
    Optional<Mirror> mirrorOf(String indexId) {
        return settings.getMirrors().stream()
                .filter(mirror -> Separator.COMMA.split(mirror.getMirrorOf()).contains(indexId))
                .findFirst();
    }

    private Credentials credentials(Server server) {
        requireDefined(server);
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        requireClear("<server> " + Printable.name(server.getId()), result);
        Server clear = result.getServer();
        return new Credentials(orEmpty(clear.getUsername()), orEmpty(clear.getPassword()));
    }

    private ProxySettings proxy(Proxy proxy) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
        requireClear("<proxy> " + Printable.name(orEmpty(proxy.getId())), result);
        Proxy clear = result.getProxy();
        return new ProxySettings(
                clear.getProtocol(),
                clear.getHost(),
                clear.getPort(),
                orEmpty(clear.getUsername()),
                orEmpty(clear.getPassword()),
                List.of(orEmpty(clear.getNonProxyHosts()).split("\\|")));
    }

    /** Maven leaves a variable as it is that nobody has defined, and then takes it for an encrypted text. */
    private static void requireDefined(Server server) {
        Matcher variable = VARIABLE.matcher(orEmpty(server.getPassword()));
        if (variable.matches()) {
            throw new LayerException(
                    PomProblem.BAD_SERVER,
                    "The password of <server> " + Printable.name(server.getId()) + " in settings.xml is "
                            + variable.group() + ", which nothing defines here.",
                    "set " + variable.group(1).replaceFirst("^env\\.", "the environment variable "));
        }
    }

    private static void requireClear(String place, SettingsDecryptionResult result) {
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                // The problem's own message can hold the encrypted text.
                throw new LayerException(
                        PomProblem.BAD_SERVER,
                        "The password of " + place + " in settings.xml cannot be decrypted.",
                        List.of("encrypt it with mvn --encrypt-password, with the master password of this machine"),
                        problem.getException());
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
