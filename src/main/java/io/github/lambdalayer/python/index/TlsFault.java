package io.github.lambdalayer.python.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why no secure connection came about. */
final class TlsFault {

    private TlsFault() {}

    /** To follow a colon: {@code its certificate has expired}. */
    static String words(IOException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            return "its certificate is for another host";
        }
        if (String.valueOf(e.getMessage()).contains("trustAnchors")) {
            return "the trust store of this JVM is missing or empty";
        }
        String store = System.getProperty("javax.net.ssl.trustStore", "");
        if (!store.isEmpty() && !Files.isReadable(Path.of(store))) {
            return store + ", which javax.net.ssl.trustStore names, cannot be read";
        }
        if (hasCause(e, CertificateExpiredException.class)) {
            return "its certificate has expired; check the clock as well";
        }
        if (hasCause(e, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet; check the clock";
        }
        return hasCause(e, CertificateException.class)
                ? "its certificate is not signed by an authority that this JVM trusts"
                : "no secure connection can be made (" + firstLine(e.getMessage()) + ")";
    }

    private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(@Nullable String message) {
        String text = message == null ? "no reason given" : message;
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
