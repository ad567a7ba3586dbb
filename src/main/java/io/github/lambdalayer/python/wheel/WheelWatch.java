package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.zip.RawEntry;
import java.io.OutputStream;

/** Sees the files of a wheel while they are verified: to inflate them once more takes as long again. */
@FunctionalInterface
public interface WheelWatch {

    /** Looks at nothing. */
    WheelWatch NONE = (file, digest) -> OutputStream.nullOutputStream();

    /**
     * Where the unpacked bytes of a file go as well; closed only when they were found to be right.
     *
     * @param digest as RECORD has it, for example {@code sha256=nia_…}
     */
    OutputStream begin(RawEntry file, String digest);
}
