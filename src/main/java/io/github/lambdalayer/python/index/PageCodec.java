package io.github.lambdalayer.python.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Pages as bytes: a checksum, then plain fields. Reading numpy's 4,400 files this way costs a few milliseconds, where
 * their JSON costs some hundred at the start of a JVM.
 */
final class PageCodec {

    private static final int MAGIC = 0x4C4C5031;

    private PageCodec() {}

    static byte[] encode(StoredPage page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeHead(out, page);
            out.writeBoolean(page.content().isPresent());
            if (page.content().isPresent()) {
                writePage(out, page.content().get());
            }
        }
        byte[] body = bytes.toByteArray();
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length + 12);
        try (DataOutputStream out = new DataOutputStream(whole)) {
            out.writeInt(MAGIC);
            out.writeLong(checksum(body, 0));
            out.write(body);
        }
        return whole.toByteArray();
    }

    /** Empty when the bytes are damaged or of another kind. */
    static Optional<StoredPage> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC || in.readLong() != checksum(bytes, 12)) {
                return Optional.empty();
            }
            return Optional.of(readStored(in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long checksum(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        return crc.getValue();
    }

    private static void writeHead(DataOutputStream out, StoredPage page) throws IOException {
        writeText(out, page.url().toString());
        writeText(out, page.etag());
        writeText(out, page.lastModified());
        out.writeLong(page.fetched().toEpochMilli());
        out.writeLong(page.fresh().toSeconds());
    }

    private static StoredPage readStored(DataInputStream in) throws IOException {
        URI url = URI.create(readText(in));
        String etag = readText(in);
        String lastModified = readText(in);
        Instant fetched = Instant.ofEpochMilli(in.readLong());
        Duration fresh = Duration.ofSeconds(in.readLong());
        Optional<RawPage> content = in.readBoolean() ? Optional.of(readPage(in)) : Optional.empty();
        return new StoredPage(content, url, etag, lastModified, fetched, fresh);
    }

    private static void writePage(DataOutputStream out, RawPage page) throws IOException {
        writeText(out, page.apiVersion());
        writeText(out, page.status());
        writeText(out, page.statusReason());
        out.writeInt(page.wheels().size());
        for (RawFile file : page.wheels()) {
            writeFile(out, file);
        }
        out.writeInt(page.otherFiles().size());
        for (String name : page.otherFiles()) {
            writeText(out, name);
        }
    }

    private static RawPage readPage(DataInputStream in) throws IOException {
        String apiVersion = readText(in);
        String status = readText(in);
        String reason = readText(in);
        int wheels = in.readInt();
        List<RawFile> files = new ArrayList<>(wheels);
        for (int i = 0; i < wheels; i++) {
            files.add(readFile(in));
        }
        int others = in.readInt();
        List<String> names = new ArrayList<>(others);
        for (int i = 0; i < others; i++) {
            names.add(readText(in));
        }
        return new RawPage(files, names, status, reason, apiVersion);
    }

    private static void writeFile(DataOutputStream out, RawFile file) throws IOException {
        String url = file.url();
        boolean endsInName = url.endsWith(file.filename());
        writeText(out, file.filename());
        out.writeBoolean(endsInName);
        writeText(
                out,
                endsInName ? url.substring(0, url.length() - file.filename().length()) : url);
        writeDigest(out, file.sha256());
        out.writeLong(file.bytes());
        writeText(out, file.requiresPython());
        out.writeBoolean(file.yanked());
        writeText(out, file.yankedReason());
        out.writeLong(file.uploadMicros());
        out.writeBoolean(file.hasMetadataFile());
        writeDigest(out, file.metadataSha256());
    }

    private static RawFile readFile(DataInputStream in) throws IOException {
        String filename = readText(in);
        String end = in.readBoolean() ? filename : "";
        return new RawFile(
                filename,
                readText(in) + end,
                readDigest(in),
                in.readLong(),
                readText(in),
                in.readBoolean(),
                readText(in),
                in.readLong(),
                in.readBoolean(),
                readDigest(in));
    }

    private static void writeDigest(DataOutputStream out, String hex) throws IOException {
        out.writeByte(hex.length() / 2);
        out.write(HexFormat.of().parseHex(hex));
    }

    private static String readDigest(DataInputStream in) throws IOException {
        return HexFormat.of().formatHex(in.readNBytes(in.readUnsignedByte()));
    }

    /** {@code writeUTF} ends at 64 KiB, which a reason for yanking may exceed. */
    private static void writeText(DataOutputStream out, String text) throws IOException {
        String cut = text.length() <= 20_000 ? text : text.substring(0, 20_000);
        out.writeUTF(cut);
    }

    private static String readText(DataInputStream in) throws IOException {
        return in.readUTF();
    }
}
