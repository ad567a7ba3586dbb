package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.zip.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;

/**
 * The zip of a published version, read in ranges through the link that Lambda gives: what it holds can be seen from its
 * last bytes, without the rest. The link is good for ten minutes and is as a password, so no sentence tells it.
 */
public final class PublishedZip implements ByteSource {

    /** As many bytes at once at least: the directory of most layers fits. */
    private static final int BLOCK = 128 * 1024;

    private final SdkHttpClient http;
    private final String name;
    private final URI link;
    private final long size;
    private long start;
    private byte[] block = new byte[0];

    private PublishedZip(SdkHttpClient http, String name, URI link, long size) {
        this.http = http;
        this.name = name;
        this.link = link;
        this.size = size;
        this.start = size;
    }

    /**
     * The zip of a version.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link AwsProblem#ACCESS_DENIED} and others
     * @throws IOException when Lambda gives no link that can be read
     */
    public static PublishedZip open(AwsClients clients, LayerVersionArn version) throws IOException {
        GetLayerVersionResponse reply;
        try {
            reply = clients.lambda(version.region())
                    .getLayerVersion(b -> b.layerName(version.layer().value()).versionNumber(version.version()));
        } catch (SdkException e) {
            throw new AwsFailures(version.region(), "lambda:GetLayerVersion", version.value()).of(e);
        }
        String location = reply.content().location();
        Long bytes = reply.content().codeSize();
        if (location == null || !location.startsWith("http") || bytes == null) {
            throw new IOException("no link to the zip of " + version);
        }
        return new PublishedZip(clients.http(), version.layer() + ":" + version.version(), URI.create(location), bytes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        int count = target.remaining();
        if (position < 0 || position + count > size) {
            throw new EOFException(name + " ends before byte " + (position + count));
        }
        if (position < start || position + count > start + block.length) {
            fetch(position, count);
        }
        target.put(block, Math.toIntExact(position - start), count);
    }

    /** A block that ends with what is asked for, since zips are read from their end. */
    private void fetch(long position, int count) throws IOException {
        long end = position + count;
        long first = Math.max(0, Math.min(position, end - BLOCK));
        SdkHttpFullRequest request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(link)
                .putHeader("Range", "bytes=" + first + "-" + (end - 1))
                .build();
        HttpExecuteResponse response = http.prepareRequest(
                        HttpExecuteRequest.builder().request(request).build())
                .call();
        int status = response.httpResponse().statusCode();
        try (InputStream body = response.responseBody().orElseGet(PublishedZip::nothing)) {
            // A server that knows no ranges sends all of it.
            body.skipNBytes(status == 200 ? first : 0);
            if (status != 206 && status != 200) {
                throw new IOException("status " + status + " for the zip of " + name);
            }
            block = body.readNBytes(Math.toIntExact(end - first));
        }
        start = first;
        if (block.length < end - first) {
            throw new EOFException(name + " ends before byte " + end);
        }
    }

    private static AbortableInputStream nothing() {
        return AbortableInputStream.createEmpty();
    }

    /** Nothing is held open. */
    @Override
    public void close() {
        block = new byte[0];
        start = size;
    }
}
