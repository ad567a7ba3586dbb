package io.github.lambdalayer.python.index;

import java.net.URI;

/** Is told of every download, from several threads, so that progress can be shown. */
@FunctionalInterface
public interface Transfers {

    /** Shows nothing. */
    Transfers SILENT = (indexId, url, bytes) -> Transfer.SILENT;

    /**
     * A download begins.
     *
     * @param indexId the index that offers the file, for example {@code pypi}
     * @param url where it is, without anything secret
     * @param bytes how long it is, or -1 when unknown
     */
    Transfer begin(String indexId, URI url, long bytes);

    /** Something worth a line in the log, in a whole sentence: that another process is waited for, for example. */
    default void note(String sentence) {}

    /** Something that is probably wrong, in a whole sentence: that a file is shorter than its index says. */
    default void warn(String sentence) {}

    /** One download. Ends with one call of {@link #succeeded} or {@link #failed}. */
    interface Transfer {

        /** Shows nothing. */
        Transfer SILENT = new Transfer() {};

        /** So many bytes more have arrived. A restart is told as a negative number. */
        default void progressed(long delta) {}

        /** The file is there and verified. */
        default void succeeded() {}

        /** The file could not be had. */
        default void failed(Exception cause) {}
    }
}
