package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that does what no HTTP server does: cut, reset or stall a connection, send nonsense. Each connection is
 * served by the next step of the script; the last step serves all that follow.
 *
 * <pre>{@code
 * try (RawServer server = RawServer.start(RawServer.cut("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour"))) {
 *     … server.url("/simple/six/") …
 * }
 * }</pre>
 */
public final class RawServer implements AutoCloseable {

    /** What happens on one connection after its request was read. */
    @FunctionalInterface
    public interface Step {
        void serve(Socket socket, String requestHead) throws IOException;
    }

    private final ServerSocket listener;
    private final List<Step> steps;
    private final List<String> requestHeads = new CopyOnWriteArrayList<>();
    private final boolean readsHead;

    private RawServer(ServerSocket listener, List<Step> steps, boolean readsHead) {
        this.readsHead = readsHead;
        this.listener = listener;
        this.steps = steps;
        Thread thread = new Thread(this::acceptAll, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** A server that reads each request before its step. */
    public static RawServer start(Step... steps) {
        return start(true, steps);
    }

    /** A server that does not listen: for clients that do not speak HTTP. */
    public static RawServer startDeaf(Step... steps) {
        return start(false, steps);
    }

    private static RawServer start(boolean readsHead, Step... steps) {
        try {
            return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), List.of(steps), readsHead);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the bytes of this text and closes the connection in order. */
    public static Step cut(String text) {
        return cut(text.getBytes(ISO_8859_1));
    }

    /** Sends these bytes and closes the connection in order. */
    public static Step cut(byte[] bytes) {
        return (socket, head) -> socket.getOutputStream().write(bytes);
    }

    /** Sends the bytes of this text and resets the connection. */
    public static Step reset(String text) {
        return (socket, head) -> {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            socket.setSoLinger(true, 0);
        };
    }

    /** Sends the bytes of this text, and then nothing until the client goes away. */
    public static Step stall(String text) {
        return (socket, head) -> {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }

    /** Sends the bytes of this text, and then another one each time the client has waited for 20 ms, until it goes away. */
    public static Step drip(String text) {
        return (socket, head) -> {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.setSoTimeout(20);
            while (isWaiting(socket)) {
                socket.getOutputStream().write('x');
            }
        };
    }

    private static boolean isWaiting(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    /** The first line and headers of every request so far. */
    public List<String> requestHeads() {
        return List.copyOf(requestHeads);
    }

    private void acceptAll() {
        for (int i = 0; !listener.isClosed(); i++) {
            Step step = steps.get(Math.min(i, steps.size() - 1));
            try {
                Socket socket = listener.accept();
                Thread thread = new Thread(() -> serve(socket, step), "raw-server-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket, Step step) {
        try (socket) {
            String head = readsHead ? readHead(new BufferedInputStream(socket.getInputStream())) : "";
            requestHeads.add(head);
            step.serve(socket, head);
        } catch (IOException e) {
            // The client went away, which is its right.
        }
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
