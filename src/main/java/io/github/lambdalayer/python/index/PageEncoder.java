package io.github.lambdalayer.python.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/** Writes what {@link PageDecoder} reads. */
final class PageEncoder {

    private final DataOutputStream out;

    private PageEncoder(DataOutputStream out) {
        this.out = out;
    }

    static byte[] encode(StoredPage page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PageEncoder(new DataOutputStream(bytes)).write(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(StoredPage page) throws IOException {
        text(page.url().toString());
        text(page.etag());
        text(page.lastModified());
        out.writeLong(page.fetched().toEpochMilli());
        out.writeLong(page.fresh().toSeconds());
        flag(page.content().isPresent());
        if (page.content().isPresent()) {
            write(page.content().get());
        }
    }

    private void write(RawPage page) throws IOException {
        text(page.apiVersion());
        text(page.status());
        text(page.statusReason());
        out.writeInt(page.wheels().size());
        for (RawFile file : page.wheels()) {
            write(file);
        }
        out.writeInt(page.otherFiles().size());
        for (String name : page.otherFiles()) {
            text(name);
        }
    }

    private void write(RawFile file) throws IOException {
        boolean endsInName = file.url().endsWith(file.filename());
        int end = endsInName
                ? file.url().length() - file.filename().length()
                : file.url().length();
        text(file.filename());
        flag(endsInName);
        text(file.url().substring(0, end));
        digest(file.sha256());
        out.writeLong(file.bytes());
        text(file.requiresPython());
        flag(file.yanked());
        text(file.yankedReason());
        out.writeLong(file.uploadMicros());
        flag(file.hasMetadataFile());
        digest(file.metadataSha256());
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void digest(String hex) throws IOException {
        out.writeByte(hex.length() / 2);
        out.write(HexFormat.of().parseHex(hex));
    }

    private void flag(boolean value) throws IOException {
        out.writeByte(value ? 1 : 0);
    }
}
