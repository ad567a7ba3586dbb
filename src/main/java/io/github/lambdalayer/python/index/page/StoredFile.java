package io.github.lambdalayer.python.index.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.lambdalayer.python.index.RawFile;

/** A wheel in its row of a page; each part is read when it is asked for. */
record StoredFile(RawPage page, int row) implements RawFile {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(ISO_8859_1);
    private static final int DIGEST = 32;

    @Override
    public String filename() {
        return text(PageRow.PREFIX).concat(text(PageRow.REST));
    }

    @Override
    public String url() {
        String address = page.address(row);
        return page.has(row, PageRow.ENDS_IN_NAME) ? address.concat(filename()) : address;
    }

    @Override
    public String sha256() {
        return page.has(row, PageRow.HAS_SHA256) ? digest(PageRow.SHA256) : "";
    }

    @Override
    public long bytes() {
        return page.longNumber(row, PageRow.SIZE);
    }

    @Override
    public String requiresPython() {
        return text(PageRow.REQUIRES_PYTHON);
    }

    @Override
    public boolean yanked() {
        return page.has(row, PageRow.YANKED);
    }

    @Override
    public String yankedReason() {
        return text(PageRow.REASON);
    }

    @Override
    public long uploadMicros() {
        return page.longNumber(row, PageRow.UPLOAD_TIME);
    }

    @Override
    public boolean hasMetadataFile() {
        return page.has(row, PageRow.HAS_METADATA_FILE);
    }

    @Override
    public String metadataSha256() {
        return page.has(row, PageRow.HAS_METADATA_SHA256) ? digest(PageRow.METADATA_SHA256) : "";
    }

    private String text(int part) {
        return page.text(page.number(row, part));
    }

    private String digest(int part) {
        byte[] hex = new byte[2 * DIGEST];
        for (int i = 0; i < DIGEST; i++) {
            int value = page.digestByte(row, part, i) & 0xFF;
            hex[2 * i] = DIGITS[value >> 4];
            hex[2 * i + 1] = DIGITS[value & 0xF];
        }
        return new String(hex, ISO_8859_1);
    }
}
