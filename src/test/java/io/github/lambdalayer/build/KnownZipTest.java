package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layer that is built again after {@code mvn clean}: its digest is what the cache remembers, as long as that is true. */
class KnownZipTest {

    /** No zip has it: whoever tells it has not digested one. */
    private static final String CLAIMED = "ab".repeat(32);

    @TempDir
    private Path folder;

    private LayerSpec spec;
    private LayerResult first;

    @BeforeEach
    void layerIsBuilt() throws IOException {
        wheel("one", "1.0").in(Files.createDirectories(folder.resolve("wheels")));
        spec = TestSpecs.in(folder).requiring("one").spec();
        first = build();
    }

    @Test
    void digestIsRememberedForTheSameZip() throws IOException {
        assertThat(first.sha256())
                .isEqualTo(Sha256.hex(Sha256.digest(spec.files().zip())));
        Path note = note();
        assertThat(note).content().matches(first.zippedBytes() + " [0-9a-f]+ " + first.sha256());
        Files.writeString(note, Files.readString(note).replace(first.sha256(), CLAIMED));
        clean();
        assertThat(build().sha256()).isEqualTo(CLAIMED);
    }

    @Test
    void zipWithOtherBytesIsDigestedAndRememberedInstead() throws IOException {
        Path note = note();
        Files.writeString(note, first.zippedBytes() + " 0 " + CLAIMED);
        clean();
        assertThat(build().sha256()).isEqualTo(first.sha256());
        assertThat(note).content().endsWith(" " + first.sha256());
    }

    @Test
    void otherWheelsMakeAnotherZip() throws IOException {
        wheel("one", "1.1").in(folder.resolve("wheels"));
        assertThat(build().sha256()).isNotEqualTo(first.sha256());
        assertThat(notes()).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsNotBelieved() throws IOException {
        Path note = note();
        for (String damaged : List.of("", "1 2", "x 0 " + CLAIMED, "1 0 " + CLAIMED.substring(1), "1 0 2 " + CLAIMED)) {
            Files.writeString(note, damaged);
            clean();
            assertThat(build().sha256()).as(damaged).isEqualTo(first.sha256());
        }
    }

    @Test
    void placeThatIsTakenDoesNoHarm() throws IOException {
        Path note = note();
        Files.delete(note);
        Files.createDirectories(note.resolve("not a file"));
        clean();
        assertThat(build().sha256()).isEqualTo(first.sha256());
    }

    private LayerResult build() {
        return new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, new RecordingBuildLog(), "0.1.0"))
                .assemble(spec);
    }

    private void clean() throws IOException {
        for (Path each : List.of(spec.files().zip(), spec.files().json())) {
            Files.delete(each);
        }
    }

    private Path note() throws IOException {
        assertThat(notes()).hasSize(1);
        return notes().get(0);
    }

    private List<Path> notes() throws IOException {
        try (Stream<Path> files = Files.list(spec.indexes().cacheDirectory().resolve("v3/zips"))) {
            return files.toList();
        }
    }
}
