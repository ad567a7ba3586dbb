package io.github.lambdalayer.python.index.page;

/**
 * Where the parts of a file are in its row of a {@link RawPage}, in bytes. All rows are equally long:
 *
 * <pre>
 * row = prefix rest requires-python reason   places in the table of texts, four bytes each
 *       size upload-time                     eight bytes each, -1 when unknown
 *       address end                          its bytes in the heap, four bytes each
 *       flags                                one byte
 *       sha256 metadata-sha256               32 bytes each, zeros when unknown
 * </pre>
 *
 * <p>A name is prefix and rest, {@code numpy-2.1.3-} and {@code cp312-cp312-….whl}: thousands of names are made of few
 * of these. An address is what the heap holds, and the name when {@link #ENDS_IN_NAME}.
 */
final class PageRow {

    static final int PREFIX = 0;
    static final int REST = 4;
    static final int REQUIRES_PYTHON = 8;
    static final int REASON = 12;
    static final int SIZE = 16;
    static final int UPLOAD_TIME = 24;
    static final int ADDRESS = 32;
    static final int ADDRESS_END = 36;
    static final int FLAGS = 40;
    static final int SHA256 = 41;
    static final int METADATA_SHA256 = 73;
    static final int LENGTH = 105;

    static final int YANKED = 1;
    static final int HAS_METADATA_FILE = 2;
    static final int ENDS_IN_NAME = 4;
    static final int HAS_SHA256 = 8;
    static final int HAS_METADATA_SHA256 = 16;

    private PageRow() {}
}
