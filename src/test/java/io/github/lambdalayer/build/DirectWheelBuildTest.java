package io.github.lambdalayer.build;

import static io.github.lambdalayer.build.BuildAssertions.assertFails;
import static io.github.lambdalayer.build.BuildAssertions.names;
import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.Credentials;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.RecordingBuildLog;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers of wheels that requirements name by their address or their path. */
class DirectWheelBuildTest {

    private static final String DEMO = "demo-1.0-py3-none-any.whl";

    @TempDir
    private Path basedir;

    @AutoClose
    private final FakeIndex index = FakeIndex.start();

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));
    private final WheelBuilder demo = wheel("demo", "1.0").requires("six").file("demo.py", "x = 1\n");

    @BeforeEach
    void fill() {
        index.with(demo, wheel("demo", "2.0"), wheel("six", "1.16.0"));
    }

    private LayerSpec layer(String... requirements) {
        return specs().requiring(requirements).spec();
    }

    private TestSpecs specs() {
        return TestSpecs.in(basedir)
                .from(IndexSettings.of(basedir.resolve("cache"))
                        .withIndexes(List.of(new IndexLocation("acme", index.url(), false, "acme", index.url()))));
    }

    private LayerSpec layerOfFile(String... lines) throws IOException {
        Path file = Files.write(basedir.resolve("requirements.txt"), List.of(lines));
        return specs().wanting(WantedBuilder.wanted().files(file).build()).spec();
    }

    private String address() {
        return index.url("/files/" + DEMO).toString();
    }

    @Test
    void wheelComesFromItsAddressAndNobodyAsksForItsPage() {
        LayerResult result = build.assemble(layer("demo @ " + address() + "#sha256=" + demo.sha256()));
        assertThat(names(result)).containsExactly("demo 1.0", "six 1.16.0");
        assertThat(index.requests("/simple/demo/")).isEmpty();
        assertThat(index.requests("/simple/six/")).hasSize(1);
    }

    @Test
    void otherBytesAreRefused() {
        String other = wheel("demo", "1.0").sha256();
        assertFails(build, layer("demo @ " + address() + "#sha256=" + other), """
                %s from %s has sha256 %s in %d bytes, but %s was announced.
                hint: run again; if it repeats, the sha256 that is named for it is wrong, or what lies there
                see problems.html#digest-differs""".formatted(
                        DEMO, address(), demo.sha256(), demo.bytes().length, other));
        assertThat(basedir.resolve("target/lambda-layer/data.zip")).doesNotExist();
    }

    @Test
    void hostThatWantsToKnowWhoAsksMustBeThatOfAnIndex() {
        try (FakeIndex closed = FakeIndex.start().with(demo).onlyFor("me", "s3cret")) {
            URI address = closed.url("/files/" + DEMO);
            String requirement = "demo @ " + address + "#sha256=" + demo.sha256();
            assertFails(build, layer(requirement), """
                    %s answered 401.
                    hint: name an index of that host in <indexes>, as <explicit>, and add a <server> of its id to settings.xml
                    see problems.html#access-refused""".formatted(address));
            LayerSpec known = specs().from(IndexSettings.of(basedir.resolve("cache"))
                            .withIndexes(List.of(
                                    new IndexLocation("private", closed.url(), true, "private", closed.url()),
                                    new IndexLocation("acme", index.url(), false, "acme", index.url()))))
                    .requiring(requirement)
                    .spec();
            IndexCredentials credentials =
                    id -> Optional.of(new Credentials("me", "s3cret")).filter(c -> id.equals("private"));
            assertThat(names(new LayerBuild(new Ports(credentials, Transfers.SILENT, log, "0.1.0")).assemble(known)))
                    .containsExactly("demo 1.0", "six 1.16.0");
        }
    }

    @Test
    void lockHoldsTheAddressAndIsGoodForAsLongAsTheRequirementStays() throws IOException {
        String requirement = "demo @ " + address() + "#sha256=" + demo.sha256();
        build.lock(layer(requirement), Upgrade.NOTHING);
        String lock = Files.readString(basedir.resolve("pylock.toml"));
        assertThat(lock).contains("url = \"" + address() + "\"", "hashes = { sha256 = \"" + demo.sha256() + "\" }");
        assertThat(names(build.assemble(layer(requirement)))).containsExactly("demo 1.0", "six 1.16.0");
        build.lock(layer(requirement), Upgrade.NOTHING);
        assertThat(Files.readString(basedir.resolve("pylock.toml"))).isEqualTo(lock);
        String digest = "#sha256=" + demo.sha256();
        assertFails(build, layer("demo"), """
                pylock.toml is out of date:
                  requirement demo @ %s became demo

                hint: mvn lambda-layer:lock
                see problems.html#lock-out-of-date""".formatted(address() + digest));
    }

    @Test
    void pathIsSeenFromThePomAndInTheLockFromTheLock() throws IOException {
        demo.in(basedir.resolve("libs"));
        for (String requirement : List.of(
                "libs/" + DEMO,
                "./libs/" + DEMO,
                "demo @ libs/" + DEMO,
                "demo @ " + basedir.resolve("libs/" + DEMO).toUri())) {
            LayerSpec spec = layer(requirement);
            build.lock(spec, Upgrade.NOTHING);
            assertThat(Files.readString(basedir.resolve("pylock.toml")))
                    .contains(
                            "path = \"libs/" + DEMO + "\"",
                            "\"demo @ libs/" + DEMO + "#sha256=" + demo.sha256() + "\"");
            assertThat(names(build.assemble(spec))).containsExactly("demo 1.0", "six 1.16.0");
            Files.delete(basedir.resolve("pylock.toml"));
        }
        assertThat(index.requests("/simple/demo/")).isEmpty();
    }

    @Test
    void wheelOutsideOfTheProjectCanBeLockedAsThePomNamesItItself(@TempDir Path elsewhere) throws IOException {
        demo.in(elsewhere);
        LayerSpec spec = layer("demo @ " + elsewhere.resolve(DEMO).toUri());
        build.lock(spec, Upgrade.NOTHING);
        assertThat(names(build.assemble(spec))).containsExactly("demo 1.0", "six 1.16.0");
    }

    @Test
    void otherWheelAtTheSamePathMakesTheLockOutOfDate() throws IOException {
        demo.in(basedir.resolve("libs"));
        build.lock(layer("libs/" + DEMO), Upgrade.NOTHING);
        WheelBuilder other = wheel("demo", "1.0").requires("six").file("demo.py", "x = 2\n");
        other.in(basedir.resolve("libs"));
        assertFails(build, layer("libs/" + DEMO), """
                pylock.toml is out of date:
                  requirement demo @ libs/%1$s#sha256=%2$s became demo @ libs/%1$s#sha256=%3$s

                hint: mvn lambda-layer:lock
                see problems.html#lock-out-of-date""".formatted(DEMO, demo.sha256(), other.sha256()));
    }

    @Test
    void unchangedLayerIsKnownUntilTheWheelAtItsPathChanges() throws IOException {
        Files.writeString(basedir.resolve("more.txt"), "./libs/" + DEMO + "\n");
        WheelBuilder sameSize = wheel("demo", "1.0").requires("six").file("demo.py", "x = 2\n");
        for (LayerSpec spec :
                List.of(layer("libs/" + DEMO), layerOfFile("./libs/" + DEMO), layerOfFile("-r more.txt"))) {
            demo.in(basedir.resolve("libs"));
            FileTime time = Files.getLastModifiedTime(basedir.resolve("libs/" + DEMO));
            build.assemble(spec);
            build.assemble(spec);
            assertThat(last()).startsWith("reused");
            sameSize.in(basedir.resolve("libs"));
            Files.setLastModifiedTime(basedir.resolve("libs/" + DEMO), time);
            build.assemble(spec);
            assertThat(last()).doesNotStartWith("reused");
        }
    }

    private String last() {
        return log.events().get(log.events().size() - 1);
    }

    @Test
    void fileThatIsNotThere() {
        Path file = basedir.resolve("libs/" + DEMO);
        assertFails(build, layer("libs/" + DEMO), """
                demo cannot be had by the path that your pom names: %s does not exist.
                hint: correct the path; it is seen from the pom, or from the file that names it
                see problems.html#cannot-read""".formatted(file));
    }

    @Test
    void requirementsFileNamesWheelsByPathAddressAndDigest() throws IOException {
        demo.in(basedir.resolve("libs"));
        WheelBuilder six = wheel("six", "1.16.0");
        LayerSpec hashed = layerOfFile(
                "./libs/" + DEMO + " --hash=sha256:" + demo.sha256(),
                index.url("/files/" + six.filename()) + " --hash=sha256:" + six.sha256());
        assertThat(names(build.assemble(hashed))).containsExactly("demo 1.0", "six 1.16.0");
        assertThat(index.requests().stream().filter(r -> r.path().startsWith("/simple/")))
                .isEmpty();
    }

    @Test
    void overrideByAPath() {
        index.with(wheel("app", "1.0").requires("demo>=2"));
        demo.in(basedir.resolve("libs"));
        Wanted overridden = WantedBuilder.wanted()
                .requirements(List.of(Requirement.parse("app")))
                .overrides(List.of(Requirement.parse("libs/" + DEMO, basedir)))
                .build();
        assertThat(names(build.assemble(specs().wanting(overridden).spec())))
                .containsExactly("app 1.0", "demo 1.0", "six 1.16.0");
    }
}
