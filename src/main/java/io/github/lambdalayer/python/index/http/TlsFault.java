package io.github.lambdalayer.python.index.http;

import java.io.File;
import java.io.IOException;
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
        if (hasCause(e, CertificateExpiredException.class)) {
            return "its certificate has expired; check the clock as well";
        }
        if (hasCause(e, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet; check the clock";
        }
        String store = System.getProperty("javax.net.ssl.trustStore", "");
        if (isUnreadable(store)) {
            return store + ", which javax.net.ssl.trustStore names, cannot be read";
        }
        return hasCause(e, CertificateException.class)
                ? "its certificate is not signed by an authority that this JVM trusts"
                : "no secure connection can be made (" + firstLine(e.getMessage()) + ")";
    }

    /** NONE stands for a trust store that is no file. */
    private static boolean isUnreadable(String store) {
        return !store.isEmpty() && !store.equals("NONE") && !new File(store).canRead();
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
