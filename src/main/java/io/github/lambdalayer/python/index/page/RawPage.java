package io.github.lambdalayer.python.index.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.python.index.RawFile;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.List;

/**
 * A page as its index sent it, before names and versions are read, in the form in which the cache keeps it. Of the
 * thousands of files on a page a few are ever looked at closely, so that each stays as it is until it is asked for.
 *
 * <pre>
 * page  = api-version status reason others texts count *row heap
 * text  = length, UTF-8          others, texts = count *text          row: see {@link PageRow}
 * </pre>
 */
final class RawPage {

    private final byte[] bytes;
    private final ByteBuffer in;
    private final String apiVersion;
    private final String status;
    private final String statusReason;
    private final List<String> otherFiles;
    private final String[] texts;
    private final int start;
    private final int count;
    private final int rows;
    private final int heap;

    private RawPage(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        this.in = ByteBuffer.wrap(bytes);
        PackedReader head = new PackedReader(bytes, start);
        this.apiVersion = head.text();
        this.status = head.text();
        this.statusReason = head.text();
        this.otherFiles = List.of(head.texts());
        this.texts = head.texts();
        this.count = head.number();
        this.rows = head.position();
        if (count < 0 || count > head.remaining() / PageRow.LENGTH) {
            throw new IllegalArgumentException(count + " rows in " + head.remaining() + " bytes");
        }
        this.heap = rows + count * PageRow.LENGTH;
        checkRows();
    }

    /**
     * Reads a page that begins at {@code start} and takes the rest of the bytes.
     *
     * @throws RuntimeException when the bytes are none, of whatever kind
     */
    static RawPage of(byte[] bytes, int start) {
        return new RawPage(bytes, start);
    }

    /** What a row points at must be there, and the heap must end where the last address does. */
    private void checkRows() {
        int end = 0;
        for (int row = 0; row < count; row++) {
            boolean fits = isText(row, PageRow.PREFIX)
                    && isText(row, PageRow.REST)
                    && isText(row, PageRow.REQUIRES_PYTHON)
                    && isText(row, PageRow.REASON)
                    && number(row, PageRow.ADDRESS) == end
                    && number(row, PageRow.ADDRESS_END) >= end;
            if (!fits) {
                throw new IllegalArgumentException("row " + row + " is none");
            }
            end = number(row, PageRow.ADDRESS_END);
        }
        if (end != bytes.length - heap) {
            throw new IllegalArgumentException("the heap ends at " + end);
        }
    }

    private boolean isText(int row, int part) {
        int place = number(row, part);
        return place >= 0 && place < texts.length;
    }

    /** For example {@code 1.4}; {@code 1.0} when absent. */
    String apiVersion() {
        return apiVersion;
    }

    /** The word of PEP 792, or "". */
    String status() {
        return status;
    }

    /** Or "". */
    String statusReason() {
        return statusReason;
    }

    /** The names of all files that are no wheels. */
    List<String> otherFiles() {
        return otherFiles;
    }

    /** Files whose name ends in {@code .whl}. */
    List<RawFile> wheels() {
        return new AbstractList<>() {
            @Override
            public RawFile get(int index) {
                return new StoredFile(RawPage.this, index);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    /** How many wheels there are. */
    int count() {
        return count;
    }

    /** How many texts there are, of which rows hold places. */
    int countTexts() {
        return texts.length;
    }

    String text(int place) {
        return texts[place];
    }

    /** A number of a row, for example {@link PageRow#PREFIX}. */
    int number(int row, int part) {
        return in.getInt(rows + row * PageRow.LENGTH + part);
    }

    long longNumber(int row, int part) {
        return in.getLong(rows + row * PageRow.LENGTH + part);
    }

    boolean has(int row, int flag) {
        return (bytes[rows + row * PageRow.LENGTH + PageRow.FLAGS] & flag) != 0;
    }

    byte digestByte(int row, int part, int index) {
        return bytes[rows + row * PageRow.LENGTH + part + index];
    }

    String address(int row) {
        int from = number(row, PageRow.ADDRESS);
        return new String(bytes, heap + from, number(row, PageRow.ADDRESS_END) - from, UTF_8);
    }

    /** What {@link #of} reads. */
    ByteBuffer stored() {
        return ByteBuffer.wrap(bytes, start, bytes.length - start).slice();
    }
}
