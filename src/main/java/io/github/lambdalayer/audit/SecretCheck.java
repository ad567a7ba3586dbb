package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.LayerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keys and passwords that nobody wanted to publish. Names are looked at everywhere, contents only in the project's own
 * files: packages are public already, and their tests are full of keys that open nothing.
 */
final class SecretCheck implements LayerCheck {

    private static final int LOOKED_AT = 1 << 20;
    private static final Set<String> NAMES =
            Set.of(".env", ".netrc", ".pypirc", ".npmrc", ".pgpass", "id_rsa", "id_ecdsa", "id_ed25519");
    private static final List<String> OWN_ENDINGS = List.of(".p12", ".pfx", ".jks", ".keystore", ".ppk");
    private static final int ACCESS_KEY_LENGTH = 20;

    @Override
    public String id() {
        return "secret";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        return findings(layer.plan());
    }

    /** The same for a layer of which nothing else is known. */
    List<Finding> findings(LayerPlan plan) {
        List<Finding> findings = new ArrayList<>();
        for (LayerEntry entry : plan.entries()) {
            String what = what(entry);
            if (!what.isEmpty()) {
                String message = entry.path() + " of " + entry.content().origin() + " " + what + ".";
                String hint = "leave the file out with <exclusions>, and read secrets at run time";
                findings.add(warning(message, hint));
            }
        }
        return findings;
    }

    /** What there is to hide in a file; an empty one, such as the {@code .npmrc} that npm brings, has nothing. */
    private static String what(LayerEntry entry) {
        if (entry.content().unzippedBytes() == 0) {
            return "";
        }
        String name = FileName.of(entry.path()).text();
        boolean own = entry.content().isOwn();
        if (NAMES.contains(name) || (own && OWN_ENDINGS.stream().anyMatch(name::endsWith))) {
            return "has the name of a file with secrets";
        }
        return own ? inside(new String(entry.content().start(LOOKED_AT), ISO_8859_1)) : "";
    }

    private static String inside(String text) {
        int begin = text.indexOf("-----BEGIN ");
        if (begin >= 0 && text.startsWith("PRIVATE KEY-----", text.indexOf("PRIVATE KEY", begin))) {
            return "holds a private key";
        }
        return hasAccessKey(text) ? "holds the id of an AWS access key" : "";
    }

    /** {@code AKIA} and sixteen capital letters and digits, standing alone. */
    private static boolean hasAccessKey(String text) {
        for (int at = text.indexOf("AKIA"); at >= 0; at = text.indexOf("AKIA", at + 1)) {
            int end = at;
            while (end < text.length() && isKeyCharacter(text.charAt(end))) {
                end++;
            }
            boolean alone = at == 0 || !isKeyCharacter(text.charAt(at - 1));
            if (alone && end - at == ACCESS_KEY_LENGTH && !text.startsWith("EXAMPLE", end - 7)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKeyCharacter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
