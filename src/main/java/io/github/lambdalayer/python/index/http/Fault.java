package io.github.lambdalayer.python.index.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a failed connection means: the libraries' own messages are often empty or misleading. */
public enum Fault {
    NO_ADDRESS("no host or port is written so", false, true),
    UNKNOWN_HOST("the host is unknown", false, true),
    REFUSED("the connection was refused", false, true),
    NO_CONNECTION("no connection in time", true, true),
    NOT_SECURE("", false, true),
    INTERRUPTED("it was interrupted", false, false),
    TOO_SLOW("no answer in time", true, false),
    CUT("the connection was cut", true, false),
    BAD_HEADER("the header of the answer ends early, or is larger than 256 kB", true, false),
    NOT_HTTP("the answer is not valid HTTP", true, false),
    OTHER("", true, false);

    private final String words;
    private final boolean mayPass;
    private final boolean beforeAnswer;

    Fault(String words, boolean mayPass, boolean beforeAnswer) {
        this.words = words;
        this.mayPass = mayPass;
        this.beforeAnswer = beforeAnswer;
    }

    /** What this exception of the connection means. */
    public static Fault of(IOException e) {
        if (e instanceof MalformedURLException) {
            return NO_ADDRESS;
        }
        if (e instanceof UnknownHostException || e instanceof NoRouteToHostException) {
            return UNKNOWN_HOST;
        }
        if (e instanceof SSLException) {
            return ofTls(e);
        }
        if (e instanceof InterruptedIOException) {
            return ofTimeout(e);
        }
        if (e instanceof ConnectException) {
            return message(e).contains("timed out") ? NO_CONNECTION : REFUSED;
        }
        if (isCut(e)) {
            return isInHeader(e) ? BAD_HEADER : CUT;
        }
        return e instanceof ProtocolException ? NOT_HTTP : OTHER;
    }

    private static Fault ofTls(IOException e) {
        // A peer that vanishes during the handshake is a broken connection like any other.
        boolean isCut = isCut(e) || (e.getCause() instanceof EOFException);
        boolean isHandshake = e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException;
        boolean isHopeless = isHandshake
                || message(e).contains("plaintext")
                || message(e).contains("unrecognized ssl message")
                || message(e).contains("trustanchors");
        return !isCut && isHopeless ? NOT_SECURE : CUT;
    }

    private static Fault ofTimeout(IOException e) {
        if (message(e).equals("interrupted")) {
            return INTERRUPTED;
        }
        return e instanceof SocketTimeoutException && message(e).contains("connect") ? NO_CONNECTION : TOO_SLOW;
    }

    private static boolean isCut(IOException e) {
        String message = message(e);
        return e instanceof EOFException
                || message.contains("reset")
                || message.contains("broken pipe")
                || message.contains("unexpected end of stream");
    }

    /** OkHttp reads so much of a header and no more, and says of both that a line has no end; of no answer at all as well. */
    private static boolean isInHeader(IOException e) {
        return e.getCause() instanceof EOFException end
                && message(end).startsWith("\\n not found")
                && !message(end).endsWith("content=…");
    }

    private static String message(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    }

    /** Whether another attempt may succeed. */
    boolean mayPass() {
        return mayPass;
    }

    /** Whether the server was never heard of. */
    boolean isBeforeAnswer() {
        return beforeAnswer;
    }

    /** What happened, to follow a colon. */
    public String words(IOException e) {
        if (this == NOT_SECURE) {
            return TlsFault.words(e);
        }
        return this == OTHER
                ? String.valueOf(e.getMessage()) + " (" + e.getClass().getSimpleName() + ")"
                : words;
    }

    /** What the user can do about a server that cannot be reached. */
    List<String> hints() {
        return switch (this) {
            case NO_ADDRESS -> List.of("correct the address");
            case NOT_SECURE ->
                List.of("put the certificate of your own authority into a trust store, and name it with"
                        + " -Djavax.net.ssl.trustStore");
            default -> List.of("offline? use -o with a filled cache", "behind a proxy? set <proxy> in settings.xml");
        };
    }
}
