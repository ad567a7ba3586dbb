package io.github.lambdalayer.python.wheel;

import java.util.OptionalLong;

/**
 * One row of RECORD, for example {@code demo/__init__.py,sha256=nia_…,6}.
 *
 * @param path the file, beside the dist-info folder
 * @param algorithm {@code sha256} or stronger; empty when the row has no digest
 * @param hash the digest in URL-safe base64 without padding, or in hex; empty when the row has none
 * @param bytes the file's size; empty when the row has none
 */
public record RecordRow(String path, String algorithm, String hash, OptionalLong bytes) {}
