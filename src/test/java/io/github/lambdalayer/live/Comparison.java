package io.github.lambdalayer.live;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.index.http.Connections;
import io.github.lambdalayer.python.resolve.ResolveRequest;
import io.github.lambdalayer.python.resolve.ResolvedPackage;
import io.github.lambdalayer.python.resolve.Resolver;
import io.github.lambdalayer.python.resolve.RootRequirement;
import io.github.lambdalayer.testing.RealIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares our answers with those of uv, and where uv has no name for a runtime's glibc with pip's. */
final class Comparison {

    private static final int MANYLINUX_2014 = 17;
    private static final int AMAZON_LINUX_2 = 26;
    private static final int NEXT_THAT_UV_NAMES = 28;

    private final Uv uv;
    private final Path cache;
    private final List<Difference> known = Difference.all();

    /** Compares with this uv; our own cache is kept in a folder. */
    Comparison(Uv uv, Path cache) {
        this.uv = uv;
        this.cache = cache;
    }

    Row compare(RequirementSet set, LambdaTarget target) throws IOException {
        long start = System.nanoTime();
        Answer ours = ours(set, target);
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean isNamed = target.glibcMinor() != AMAZON_LINUX_2;
        Answer uvs = uv.resolve(set, target, isNamed ? target.glibcMinor() : MANYLINUX_2014);
        if (ours.agreesWith(uvs)) {
            return new Row(set, target, true, "as uv", "", ours, uvs, seconds);
        }
        Optional<String> as = isNamed ? Optional.empty() : otherThatAgrees(set, target, ours, uvs);
        String reason = known.stream()
                .filter(d -> d.isAbout(set, target))
                .findFirst()
                .map(Difference::reason)
                .orElse("");
        return new Row(set, target, as.isPresent(), as.orElse(ours.changesFrom(uvs)), reason, ours, uvs, seconds);
    }

    /**
     * Of the glibc of Amazon Linux 2 uv knows nothing: there pip decides, or uv for the next that it names. Where a wheel
     * for one between decides and there is no such Python for pip, we are asked for the older glibc that uv was asked for.
     */
    private Optional<String> otherThatAgrees(RequirementSet set, LambdaTarget target, Answer ours, Answer uvs)
            throws IOException {
        if (Pip.resolve(set, target).filter(ours::agreesWith).isPresent()) {
            return Optional.of("as pip with glibc 2.26");
        }
        if (ours.agreesWith(uv.resolve(set, target, NEXT_THAT_UV_NAMES))) {
            return Optional.of("as uv with glibc 2.28");
        }
        return ours(set, target.withGlibc("2." + MANYLINUX_2014)).agreesWith(uvs)
                ? Optional.of("as uv when both are asked for glibc 2.17")
                : Optional.empty();
    }

    private Answer ours(RequirementSet set, LambdaTarget target) {
        IndexSettings settings =
                IndexSettings.of(cache).withIndexes(List.of(IndexLocation.of("pypi", RealIndex.URL.toString())));
        PackageIndex index = Indexes.open(settings, IndexCredentials.NONE, Transfers.SILENT, new Connections())
                .index();
        ResolveRequest request = ResolveRequest.of(
                set.requirements().stream().map(RootRequirement::ofPom).toList(), target.python());
        try {
            return Answer.of(new Resolver(index)
                    .resolve(request).packages().stream()
                            .map(ResolvedPackage::toString)
                            .toList());
        } catch (LayerException e) {
            return Answer.none(e.block());
        }
    }
}
