package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.solver.VersionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the index early which metadata will be wanted, so that it can fetch it meanwhile, several at a time. */
final class Prefetch {

    /** When this many releases of one package were tried it is likely that many more will be. */
    private static final int FIRST_BATCH = 5;

    private static final int LARGEST_BATCH = 50;

    private final PackageIndex index;
    private final Set<IndexFile> asked = new HashSet<>();
    private final Map<PackageName, Integer> tries = new HashMap<>();

    Prefetch(PackageIndex index) {
        this.index = index;
    }

    /** These will be wanted next. */
    void metadata(List<IndexFile> files) {
        List<IndexFile> unasked = files.stream().filter(asked::add).toList();
        if (!unasked.isEmpty()) {
            index.prefetchMetadata(unasked);
        }
    }

    /** One more release of a package is tried: after the 5th, 10th, 20th … the next ones are fetched ahead. */
    void tried(Listing listing, int release) {
        int count = tries.merge(listing.name(), 1, Integer::sum);
        if (count % FIRST_BATCH == 0 && Integer.bitCount(count / FIRST_BATCH) == 1) {
            metadata(below(listing, release, Math.min(LARGEST_BATCH, 2 * count)));
        }
    }

    private static List<IndexFile> below(Listing listing, int release, int most) {
        VersionSet usable = listing.usable();
        List<IndexFile> files = new ArrayList<>();
        for (int i = release - 1; i >= 0 && files.size() < most; i--) {
            if (usable.contains(i)) {
                files.add(listing.release(i).wheel().orElseThrow());
            }
        }
        return files;
    }
}
