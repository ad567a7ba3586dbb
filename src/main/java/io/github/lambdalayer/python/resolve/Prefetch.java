package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.solver.VersionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the index early which metadata will be wanted, so that it can fetch it meanwhile, several at a time. */
final class Prefetch {

    /** When this many releases of one package were tried it is likely that many more will be. */
    private static final int FIRST_BATCH = 5;

    private static final int LARGEST_BATCH = 50;

    private final PackageIndex index;
    private final Rules rules;
    private final Set<IndexFile> asked = new HashSet<>();
    private final Map<PackageName, Integer> tries = new HashMap<>();

    Prefetch(PackageIndex index, Rules rules) {
        this.index = index;
        this.rules = rules;
    }

    /** This will be wanted next, and the pages of what it needs after that. */
    void metadata(IndexFile file) {
        if (asked.add(file)) {
            index.prefetchMetadata(List.of(file), this::pages);
        }
    }

    /** On another thread, while the one that resolves waits or is busy with what came before. */
    private void pages(CoreMetadata metadata) {
        try {
            index.prefetch(rules.needs(metadata.requiresDist(), Optional.empty()).stream()
                    .map(Requirement::name)
                    .toList());
        } catch (LayerException e) {
            // A marker that cannot be judged is told of when the release is tried, if it ever is.
        }
    }

    /** One more release of a package is tried: after the 5th, 10th, 20th … the next ones are fetched ahead. */
    void tried(Listing listing, int release) {
        int count = tries.merge(listing.name(), 1, Integer::sum);
        if (count % FIRST_BATCH == 0 && Integer.bitCount(count / FIRST_BATCH) == 1) {
            List<IndexFile> next = below(listing, release, Math.min(LARGEST_BATCH, 2 * count));
            next.removeIf(file -> !asked.add(file));
            index.prefetchMetadata(next, metadata -> {});
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
