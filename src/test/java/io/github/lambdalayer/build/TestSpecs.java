package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsIdentity;
import io.github.lambdalayer.build.LayerSpec.LockPlace;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.requirement.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Specifications for tests: the layer {@code data} for python3.13 on x86_64, with wheels from a folder. */
final class TestSpecs {

    private final Path basedir;
    private List<LambdaTarget> targets = List.of(target("python3.13", Architecture.X86_64));
    private Wanted wanted = Wanted.of(List.of());
    private Contents contents = Contents.WHEELS_ONLY;
    private boolean locked;
    private boolean hasPom = true;
    private Path lock;
    private IndexSettings indexes;

    private TestSpecs(Path basedir) {
        this.basedir = basedir;
        this.lock = basedir.resolve("pylock.toml");
        this.indexes = IndexSettings.of(basedir.resolve("cache")).withFindLinks(List.of(basedir.resolve("wheels")));
    }

    /** A layer of a project in this folder, with wheels from its {@code wheels}. */
    static TestSpecs in(Path basedir) {
        return new TestSpecs(basedir);
    }

    static LambdaTarget target(String runtime, Architecture architecture) {
        return LambdaTarget.of(LambdaRuntime.of(runtime), architecture);
    }

    TestSpecs requiring(String... requirements) {
        wanted = Wanted.of(Stream.of(requirements)
                .map(text -> Requirement.parse(text, basedir))
                .toList());
        return this;
    }

    TestSpecs wanting(Wanted other) {
        wanted = other;
        return this;
    }

    TestSpecs on(LambdaTarget... others) {
        targets = List.of(others);
        return this;
    }

    TestSpecs with(Contents other) {
        contents = other;
        return this;
    }

    /** Other indexes than the folder {@code wheels}. */
    TestSpecs from(IndexSettings others) {
        indexes = others;
        return this;
    }

    TestSpecs lockedBy(Path file) {
        lock = file;
        return this;
    }

    TestSpecs locked() {
        locked = true;
        return this;
    }

    /** A layer of the command line alone. */
    TestSpecs withoutPom() {
        hasPom = false;
        return this;
    }

    LayerSpec spec() {
        return new LayerSpec(
                LayerName.of("data"),
                "A layer for tests",
                "",
                targets,
                wanted,
                new LockPlace(lock, locked, targets, hasPom),
                indexes,
                AwsIdentity.OF_THE_CHAIN,
                contents,
                basedir,
                basedir.resolve("target/lambda-layer"));
    }
}
