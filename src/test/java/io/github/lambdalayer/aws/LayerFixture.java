package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A layer named {@code data} for python3.13 on x86_64, with a zip in a folder; every part can be changed. */
final class LayerFixture {

    private final Path zip;
    private final byte[] content;
    private String description = "Tools";
    private String license = "MIT";
    private List<String> runtimes = List.of("python3.13");
    private Staging staging = Staging.DIRECT;
    private List<LayerVersionArn> known = List.of();
    private LayerSharing sharing = LayerSharing.UNDECLARED;
    private long zippedBytes;
    private long unzippedBytes = 5;

    private LayerFixture(Path folder, byte[] content) {
        this.zip = folder.resolve("data.zip");
        this.content = content;
        this.zippedBytes = content.length;
        write(content);
    }

    /** A zip with one module of that text. */
    static LayerFixture in(Path folder, String module) {
        return new LayerFixture(
                folder, ZipBuilder.zip().file("python/m.py", module).bytes());
    }

    /** A zip of a little more than that many bytes. */
    static LayerFixture in(Path folder, int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return new LayerFixture(
                folder,
                ZipBuilder.zip()
                        .entry(ZipBuilder.Entry.stored("python/noise.bin", noise), e -> {})
                        .bytes());
    }

    private void write(byte[] bytes) {
        try {
            Files.write(zip, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LayerFixture description(String newDescription) {
        this.description = newDescription;
        return this;
    }

    LayerFixture license(String newLicense) {
        this.license = newLicense;
        return this;
    }

    LayerFixture runtimes(String... newRuntimes) {
        this.runtimes = List.of(newRuntimes);
        return this;
    }

    LayerFixture staging(Staging newStaging) {
        this.staging = newStaging;
        return this;
    }

    LayerFixture sharedWith(LayerPermission... permissions) {
        this.sharing = LayerSharing.of(List.of(permissions), true);
        return this;
    }

    LayerFixture knowing(String... arns) {
        this.known = List.of(arns).stream().map(LayerVersionArn::parse).toList();
        return this;
    }

    LayerFixture claims(long newZippedBytes, long newUnzippedBytes) {
        this.zippedBytes = newZippedBytes;
        this.unzippedBytes = newUnzippedBytes;
        return this;
    }

    byte[] content() {
        return content;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest());
    }

    String codeSha256() {
        return Base64.getEncoder().encodeToString(digest());
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    PublishRequest request() {
        return new PublishRequest(
                LayerName.of("data"),
                description,
                license,
                runtimes,
                List.of("x86_64"),
                zip,
                sha256(),
                codeSha256(),
                zippedBytes,
                unzippedBytes,
                staging,
                sharing,
                known);
    }
}
