package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.build.Trial.HandlerCall;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.testing.ElfBuilder;
import io.github.lambdalayer.testing.FakePython;
import io.github.lambdalayer.testing.RecordingBuildLog;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckingTest {

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));

    @Test
    void zipThatIsBuiltIsChecked() {
        wheels(wheel("six", "1.16.0"));
        build.assemble(layer("six").spec());
        log.take();
        build.check(layer("six").spec(), Optional.empty(), Trial.NOTHING);
        assertThat(log.events())
                .containsExactly("begins data for python3.13 on x86_64", "reused data.zip", "checked data.zip: 0 []");
    }

    @Test
    void whatWasToldWhenItWasBuiltIsNotToldAgain() {
        wheels(wheel("json", "1.0"));
        build.check(layer("json").spec(), Optional.empty(), Trial.NOTHING);
        assertThat(log.events()).contains("audited [stdlib-shadow]", "checked data.zip: 1 []");
    }

    @Test
    void zipOfSomebodyElseIsCheckedAsItIs() throws IOException {
        wheels(wheel("json", "1.0").requires("six"), wheel("six", "1.16.0"));
        build.assemble(layer("json").spec());
        Path other = Files.copy(basedir.resolve("target/lambda-layer/data.zip"), basedir.resolve("other.zip"));
        log.take();
        build.check(layer().spec(), Optional.of(other), Trial.NOTHING);
        assertThat(log.events())
                .containsExactly("begins data for python3.13 on x86_64", "checked other.zip: 1 [stdlib-shadow]");
    }

    @Test
    void errorOfAnotherZipIsAFailure() throws IOException {
        wheels(wheel("demo", "1.0").requires("six"));
        build.assemble(layer("demo").wanting(without("six", "demo")).spec());
        Path other = Files.copy(basedir.resolve("target/lambda-layer/data.zip"), basedir.resolve("other.zip"));
        assertFails(layer(), Optional.of(other), Trial.NOTHING, """
                demo 1.0 requires six, which is not in the layer.
                hint: add it to <requirements>, or say with <excludedPackages> or <providedBy> that it comes from elsewhere
                hint: or set <findings><missing-requirement>warn</missing-requirement></findings>, where you know better
                see problems.html#audit-failed""");
    }

    @Test
    void checkWhoseNameIsNoElementIsNamedInText() {
        byte[] module = ElfBuilder.x86_64()
                .exports("PyInit_x")
                .needs("libstdc++.so.6", "GLIBCXX_3.4.99")
                .bytes();
        wheels(wheel("demo", "1.0").tag("cp313-cp313-manylinux_2_17_x86_64").file("demo/x.so", module));
        assertFails(layer("demo"), Optional.empty(), Trial.NOTHING, """
                python/demo/x.so of demo-1.0-cp313-cp313-manylinux_2_17_x86_64.whl needs GLIBCXX_3.4.99 of libstdc++, \
                and python3.13 has no more than GLIBCXX_3.4.33.
                hint: choose a release that was built with an older compiler
                hint: or set <findings><finding>libstdc++=warn</finding></findings>, where you know better
                see problems.html#audit-failed""");
    }

    @Test
    void lockThatIsOutOfDateFailsTheCheckOfAnotherZipToo() throws IOException {
        wheels(wheel("six", "1.16.0"), wheel("pytz", "2024.2"));
        build.assemble(layer("six").spec());
        build.lock(layer("six").spec(), Upgrade.NOTHING);
        Path other = Files.copy(basedir.resolve("target/lambda-layer/data.zip"), basedir.resolve("other.zip"));
        assertFails(layer("six", "pytz"), Optional.of(other), Trial.NOTHING, """
                pylock.toml is out of date:
                  requirement pytz was added

                hint: mvn lambda-layer:lock
                see problems.html#lock-out-of-date""");
    }

    @Test
    void modulesAreImported() {
        wheels(wheel("six", "1.16.0"));
        Trial trial = importing("six", "six.moves");
        build.check(layer("six").spec(), Optional.empty(), trial);
        assertThat(log.events()).endsWith("checked data.zip: 0 []", "imported six", "imported six.moves");
    }

    @Test
    void modulesThatCannotBeImportedAreToldTogether() {
        wheels(wheel("six", "1.16.0"));
        String python = "Python 3.13.1 (" + basedir.resolve("fake/bin/python3") + ")";
        assertFails(layer("six"), Optional.empty(), importing("missing1", "six", "crash"), """
                2 problems:

                %1$s cannot import missing1 from data.zip: ModuleNotFoundError: No module named missing.

                %1$s cannot import crash from data.zip: Python ended with status 139, which is a crash of compiled code.

                hint: mvn lambda-layer:tree shows what the layer holds and who requires it
                see problems.html#import-failed""".formatted(python));
    }

    @Test
    void withoutAPythonNothingIsImported() {
        wheels(wheel("six", "1.16.0"));
        build.check(layer("six").spec(), Optional.empty(), trial(List.of("six"), false));
        assertThat(log.events())
                .endsWith(
                        "skipped the import of six: there is no Python 3.13 on this machine (with <requirePython>true</requirePython> this is an error)");
    }

    @Test
    void pythonCanBeAskedFor() {
        wheels(wheel("six", "1.16.0"));
        assertFails(layer("six"), Optional.empty(), trial(List.of("six"), true), """
                There is no Python 3.13 on this machine, and <requirePython> asks for one.
                hint: uv python install 3.13, or name one in Maven's toolchains.xml as a toolchain of type python
                see problems.html#no-local-python""");
    }

    @Test
    void nativeLayerIsImportedOnItsOwnKindOfMachineOnly() {
        wheels(wheel("fast", "1.0").file("fast/x.so", "not read"));
        withPython("cpython 3.13.1 darwin arm64");
        build.check(layer("fast").spec(), Optional.empty(), trial(List.of("fast"), false));
        assertThat(log.events())
                .last()
                .asString()
                .startsWith("skipped the import of fast: there is no Python 3.13 for Linux on x86_64");
    }

    @Test
    void whatIsTriedIsNamed() {
        HandlerCall call = new HandlerCall("app.handler", "{}", Optional.empty());
        assertThat(new Trial(List.of("six", "pytz"), Optional.of(call), false))
                .hasToString("the import of six, pytz, and the call of app.handler");
        assertThat(new Trial(List.of(), Optional.of(call), false)).hasToString("the call of app.handler");
    }

    private static Wanted without(String excluded, String requirement) {
        return WantedBuilder.wanted()
                .requirements(List.of(Requirement.parse(requirement)))
                .excluded(Set.of(PackageName.of(excluded)))
                .build();
    }

    private Trial importing(String... modules) {
        withPython("cpython 3.13.1 linux x86_64");
        return trial(List.of(modules), false);
    }

    private static Trial trial(List<String> modules, boolean needsPython) {
        return new Trial(modules, Optional.empty(), needsPython);
    }

    private void withPython(String says) {
        FakePython.saying(basedir.resolve("fake/bin/python3"), says);
        Pythons pythons = new Pythons(List.of(basedir.resolve("fake")), Map.of("HOME", basedir.toString()));
        build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0", pythons));
    }

    private TestSpecs layer(String... requirements) {
        return TestSpecs.in(basedir).requiring(requirements);
    }

    private void wheels(WheelBuilder... wheels) {
        Stream.of(wheels).forEach(each -> each.in(basedir.resolve("wheels")));
    }

    private void assertFails(TestSpecs specs, Optional<Path> zip, Trial trial, String block) {
        assertThatThrownBy(() -> build.check(specs.spec(), zip, trial))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo(block));
    }
}
