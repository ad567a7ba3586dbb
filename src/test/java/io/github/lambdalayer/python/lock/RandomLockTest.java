package io.github.lambdalayer.python.lock;

import static io.github.lambdalayer.python.lock.Locks.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.target.TagMatch;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is chosen for several targets, the lock leads each of them to its own wheels, and comes back the same. */
class RandomLockTest {

    private static final List<PythonTarget> TARGETS = List.of(
            PythonTarget.linux("3.11.9", "x86_64", 26),
            PythonTarget.linux("3.11.9", "aarch64", 26),
            PythonTarget.linux("3.12.3", "x86_64", 34),
            PythonTarget.linux("3.12.3", "aarch64", 34),
            PythonTarget.linux("3.13.0", "x86_64", 34),
            PythonTarget.linux("3.13.0", "aarch64", 34));

    /** Wheels as they are found on an index: of one Python, of several, of all, for old and new glibcs. */
    private static final List<String> TAGS = List.of(
            "py3-none-any",
            "cp311-abi3-manylinux_2_17_x86_64",
            "cp311-abi3-manylinux_2_34_x86_64",
            "cp312-abi3-manylinux_2_28_aarch64",
            "cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64",
            "cp312-cp312-manylinux_2_17_x86_64",
            "cp312-cp312-manylinux_2_28_x86_64",
            "cp313-cp313-manylinux_2_28_x86_64",
            "cp311-cp311-manylinux2014_aarch64",
            "cp312-cp312-manylinux_2_17_aarch64",
            "cp313-cp313-manylinux_2_17_aarch64");

    @TempDir
    private Path folder;

    static Stream<Integer> seeds() {
        return IntStream.range(0, 150).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lockLeadsEachTargetToItsOwnWheels(int seed) {
        Random random = new Random(seed);
        List<PythonTarget> targets = some(TARGETS, random);
        List<List<String>> packages = List.of(releases("alpha", random), releases("beta", random));
        List<LockInput> inputs =
                targets.stream().map(t -> input(t, packages, random)).toList();

        Pylock lock = Pylock.of(inputs, Locks.spec(), Locks.PYPI);
        Path file = folder.resolve("pylock.toml");
        PylockWriter.write(lock, file, List.of());
        Pylock back = PylockReader.read(file);

        assertThat(back).isEqualTo(lock);
        for (LockInput input : inputs) {
            assertThat(back.select(LockChoice.of(input.target())))
                    .extracting(IndexFile::toString)
                    .containsExactlyElementsOf(input.wheels().stream()
                            .map(w -> w.file().toString())
                            .sorted()
                            .toList());
        }
    }

    /** The wheels of two releases of a package. */
    private static List<String> releases(String name, Random random) {
        return Stream.of("1.0", "2.0")
                .flatMap(version -> some(TAGS, random).stream().map(tags -> name + "-" + version + "-" + tags + ".whl"))
                .toList();
    }

    /** For each package the best wheel of one release, or of the other, or none: as resolutions may differ. */
    private static LockInput input(PythonTarget target, List<List<String>> packages, Random random) {
        List<LockInput.Wheel> wheels = new ArrayList<>();
        for (List<String> releases : packages) {
            String version = random.nextBoolean() ? "-1.0-" : "-2.0-";
            releases.stream()
                    .filter(filename -> filename.contains(version))
                    .filter(filename -> rank(filename, target) < Integer.MAX_VALUE)
                    .min((one, other) -> Integer.compare(rank(one, target), rank(other, target)))
                    .ifPresent(filename -> wheels.add(wheel(filename, "a")));
        }
        return new LockInput(target, wheels);
    }

    private static int rank(String filename, PythonTarget target) {
        TagMatch match = target.tags().match(WheelFilename.parse(filename).tags());
        return match instanceof TagMatch.Fits fits ? fits.rank() : Integer.MAX_VALUE;
    }

    /** At least one of them, in any order. */
    private static <T> List<T> some(List<T> all, Random random) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
    }
}
