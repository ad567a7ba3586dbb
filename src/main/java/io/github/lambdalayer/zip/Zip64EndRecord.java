package io.github.lambdalayer.zip;

import io.github.lambdalayer.zip.CentralHeader.Rules;
import java.io.IOException;

/** The two records before the end record of an archive that is large (APPNOTE 4.3.14 and 4.3.15). */
final class Zip64EndRecord {

    private static final long SIGNATURE = 0x06064b50L;
    private static final long LOCATOR_SIGNATURE = 0x07064b50L;
    private static final int BYTES = 56;
    private static final int LOCATOR_BYTES = 20;
    private static final long SIZE_WITHOUT_EXTENSIONS = 44;

    private Zip64EndRecord() {}

    /** Whether a locator stands right before the end record at {@code end}. */
    static boolean isBefore(ByteSource source, long end) throws IOException {
        return end >= BYTES + LOCATOR_BYTES
                && Fields.read(source, end - LOCATOR_BYTES, 4).u32(0) == LOCATOR_SIGNATURE;
    }

    /** The true values, once both records agree with each other and with the end record. */
    static EndRecord read(ByteSource source, long end, EndRecord small, Rules rules) throws IOException {
        long at = end - LOCATOR_BYTES - BYTES;
        Fields locator = Fields.read(source, end - LOCATOR_BYTES, LOCATOR_BYTES);
        Fields fields = Fields.read(source, at, BYTES);
        check(locator.u32(4) == 0 && locator.u64(8) == at && locator.u32(16) == 1, source);
        check(fields.u32(0) == SIGNATURE && fields.u64(4) == SIZE_WITHOUT_EXTENSIONS, source);
        check(fields.u32(16) == 0 && fields.u32(20) == 0 && fields.u64(24) == fields.u64(32), source);
        EndRecord big = new EndRecord(fields.u64(32), fields.u64(40), fields.u64(48));
        boolean foreign = rules == Rules.FOREIGN;
        check(agrees(small.entries(), big.entries(), 0xFFFF, foreign), source);
        check(agrees(small.directoryBytes(), big.directoryBytes(), Zip64.MARK, foreign), source);
        check(agrees(small.directoryOffset(), big.directoryOffset(), Zip64.MARK, foreign), source);
        check(big.endsAt(at) && (foreign || isNeeded(big)), source);
        return big;
    }

    /** Other tools write this form for archives that do not need it, as {@code zip -fz} and those that do not know the size yet. */
    private static boolean agrees(long small, long big, long mark, boolean foreign) {
        return small == big || (small == mark && (foreign || big > mark));
    }

    private static boolean isNeeded(EndRecord big) {
        return big.entries() >= 0xFFFF
                || Zip64.isNeededFor(big.directoryBytes())
                || Zip64.isNeededFor(big.directoryOffset());
    }

    private static void check(boolean holds, ByteSource source) {
        if (!holds) {
            throw EndRecord.bad(source.name(), "the ZIP64 end record contradicts the rest of the archive.");
        }
    }
}
