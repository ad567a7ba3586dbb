package io.github.lambdalayer.testing.aws;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What Lambda does with an uploaded zip: opens every entry, counts the bytes, looks at the modes. */
final class UploadedZip {

    private static final String BROKEN =
            "Could not unzip uploaded file. Please check your file, then try to upload again.";
    private static final int END_BYTES = 22;
    private static final int UNIX = 3;

    private final ByteBuffer zip;
    private final Set<Integer> checked = new HashSet<>();
    private long unzippedBytes;
    private boolean unreadableFile;
    private boolean closedFolder;

    private UploadedZip(byte[] content) {
        this.zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The sum of all entries in bytes, or a refusal in the service's words. */
    static long unzippedBytes(byte[] content) {
        UploadedZip uploaded = new UploadedZip(content);
        try {
            uploaded.readAll();
        } catch (IndexOutOfBoundsException | DataFormatException e) {
            throw Refusal.invalid(BROKEN);
        }
        return uploaded.checked();
    }

    private long checked() {
        if (unzippedBytes >= 262_144_000) {
            throw Refusal.invalid("Unzipped size must be smaller than 262144000 bytes");
        }
        if (unreadableFile) {
            throw Refusal.invalid("Layer conversion failed: Some files do not have read permissions;");
        }
        if (closedFolder) {
            throw Refusal.invalid("Layer conversion failed: Some directories do not have execute permissions");
        }
        return unzippedBytes;
    }

    private void readAll() throws DataFormatException {
        int end = zip.limit() - END_BYTES;
        if (end < 0 || zip.getInt(end) != 0x06054b50) {
            throw new DataFormatException("no end record");
        }
        int entries = zip.getShort(end + 10) & 0xFFFF;
        if (entries == 0) {
            throw Refusal.invalid("Uploaded file must be a non-empty zip");
        }
        int header = zip.getInt(end + 16);
        for (int i = 0; i < entries; i++) {
            header = readEntry(header);
        }
    }

    /** Reads the entry whose central header is at {@code at}; returns where the next one is. */
    private int readEntry(int at) throws DataFormatException {
        expect(at, 0x02014b50);
        int nameBytes = zip.getShort(at + 28) & 0xFFFF;
        noteMode(at, nameBytes);
        long size = zip.getInt(at + 24) & 0xFFFFFFFFL;
        unzippedBytes += size;
        if (unzippedBytes < 262_144_000) {
            checkContent(at, size);
        }
        return at + 46 + nameBytes + (zip.getShort(at + 30) & 0xFFFF) + (zip.getShort(at + 32) & 0xFFFF);
    }

    private void noteMode(int at, int nameBytes) {
        if (zip.getShort(at + 4) >> 8 == UNIX) {
            int mode = zip.getInt(at + 38) >>> 16;
            boolean folder = zip.get(at + 46 + nameBytes - 1) == '/';
            unreadableFile |= !folder && (mode & 0004) == 0;
            closedFolder |= folder && (mode & 0001) == 0;
        }
    }

    private void checkContent(int at, long size) throws DataFormatException {
        int local = zip.getInt(at + 42);
        if (!checked.add(local)) {
            return;
        }
        expect(local, 0x04034b50);
        int start = local + 30 + (zip.getShort(local + 26) & 0xFFFF) + (zip.getShort(local + 28) & 0xFFFF);
        ByteBuffer packed = zip.slice(start, zip.getInt(at + 20));
        CRC32 crc = new CRC32();
        long found = zip.getShort(at + 10) == 0 ? copy(packed, crc) : inflate(packed, crc);
        if (found != size || crc.getValue() != (zip.getInt(at + 16) & 0xFFFFFFFFL)) {
            throw new DataFormatException("damaged entry");
        }
    }

    private static long copy(ByteBuffer packed, CRC32 crc) {
        long bytes = packed.remaining();
        crc.update(packed);
        return bytes;
    }

    private static long inflate(ByteBuffer packed, CRC32 crc) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] buffer = new byte[1 << 16];
            int count = inflater.inflate(buffer);
            while (count > 0) {
                crc.update(buffer, 0, count);
                count = inflater.inflate(buffer);
            }
            return inflater.finished() ? inflater.getBytesWritten() : -1;
        } finally {
            inflater.end();
        }
    }

    private void expect(int at, int signature) throws DataFormatException {
        if (zip.getInt(at) != signature) {
            throw new DataFormatException("no header at " + at);
        }
    }
}
