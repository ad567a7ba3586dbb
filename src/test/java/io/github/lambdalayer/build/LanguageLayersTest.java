package io.github.lambdalayer.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.Contents.Modules;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.layer.LayerArchive;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.ElfBuilder;
import io.github.lambdalayer.testing.RecordingBuildLog;
import io.github.lambdalayer.testing.aws.FakeLambda;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers of other languages than Python: built, audited and checked by the same steps. */
class LanguageLayersTest {

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));

    @Test
    void jarsAreStoredAndNothingIsResolved() throws IOException {
        put("jars/one-1.0.jar", "a jar ".repeat(100).getBytes(UTF_8));
        put("bin/run", "#!/bin/sh\n".getBytes(UTF_8));
        LayerResult result =
                build.assemble(spec(Language.JAVA, "java17", tree("jars", "java/lib"), tree("bin", "bin")));
        assertThat(log.events()).containsExactly("begins data for java17 on x86_64", "audited []", "wrote data.zip");
        assertThat(result.runtimes()).containsExactly("java17");
        assertThat(result.packages()).isEmpty();
        try (ZipFile zip =
                new ZipFile(basedir.resolve("target/lambda-layer/data.zip").toFile())) {
            assertThat(zip.stream())
                    .extracting(ZipEntry::getName, ZipEntry::getMethod)
                    .containsExactly(tuple("bin/run", ZipEntry.STORED), tuple("java/lib/one-1.0.jar", ZipEntry.STORED));
        }
        assertThat(basedir.resolve("target/lambda-layer/pylock.data.toml")).doesNotExist();
    }

    @Test
    void packagesOfNpmAreDeflatedAndTheirProgramsCanBeCalled() throws IOException {
        put("node_modules/demo/index.js", "module.exports = 1;\n".repeat(100).getBytes(UTF_8));
        put("node_modules/demo/tool", ElfBuilder.x86_64().bytes());
        put("node_modules/demo/cli.js", "#!/usr/bin/env node\n".getBytes(UTF_8));
        put("node_modules/.bin/demo", "a link for the shell".getBytes(UTF_8));
        FileTree tree =
                new FileTree(basedir.resolve("node_modules"), "nodejs/node_modules", List.of(), List.of("**/.bin/**"));
        LayerResult result = build.assemble(spec(Language.NODEJS, "nodejs22.x", tree));
        assertThat(result.zippedBytes()).isLessThan(result.unzippedBytes() / 2);
        assertThat(modes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "nodejs/node_modules/demo/index.js", "644",
                        "nodejs/node_modules/demo/tool", "755",
                        "nodejs/node_modules/demo/cli.js", "755"));
    }

    @Test
    void secondBuildIsUnchanged() throws IOException {
        put("jars/one-1.0.jar", new byte[10]);
        LayerSpec spec = spec(Language.JAVA, "java21", tree("jars", "java/lib"));
        build.assemble(spec);
        log.take();
        build.assemble(spec);
        assertThat(log.events()).containsExactly("begins data for java21 on x86_64", "reused data.zip");
        put("jars/one-1.0.jar", new byte[11]);
        build.assemble(spec);
        assertThat(log.events()).contains("wrote data.zip");
    }

    @Test
    void librariesAreAudited() throws IOException {
        put(
                "node_modules/fast/build/fast.node",
                ElfBuilder.x86_64().needs("libc.so.6", "GLIBC_2.34").bytes());
        assertThatThrownBy(() -> build.assemble(
                        spec(Language.NODEJS, "nodejs18.x", tree("node_modules", "nodejs/node_modules"))))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.sentence()).contains("needs glibc 2.34, and nodejs18.x has glibc 2.26."));
        LayerResult result =
                build.assemble(spec(Language.NODEJS, "nodejs22.x", tree("node_modules", "nodejs/node_modules")));
        assertThat(result.findings()).extracting(ToldFinding::check).isEmpty();
    }

    @Test
    void oldRuntimeIsAWarning() throws IOException {
        put("jars/one-1.0.jar", new byte[10]);
        LayerResult result = build.assemble(spec(Language.JAVA, "java8", tree("jars", "java/lib")));
        assertThat(result.findings())
                .extracting(ToldFinding::message)
                .singleElement()
                .asString()
                .startsWith("AWS stopped patching java8 on 2024-01-08; ");
    }

    @Test
    void itIsCheckedButNotTried() throws IOException {
        put("jars/one-1.0.jar", new byte[10]);
        Trial trial = new Trial(List.of("demo"), Optional.empty(), false);
        build.check(spec(Language.JAVA, "java21", tree("jars", "java/lib")), Optional.empty(), trial);
        assertThat(log.events())
                .endsWith("checked data.zip: 0 []", "skipped the import of demo: only layers of python are tried");
    }

    @ParameterizedTest
    @CsvSource({"JAVA, java21, java/lib/one-1.0.jar", "NODEJS, nodejs22.x, nodejs/node_modules/one-1.0.jar"})
    void itIsPublishedAndAttachedAsAnyOther(Language language, String runtime, String path) throws IOException {
        put("jars/one-1.0.jar", "a jar ".repeat(100).getBytes(UTF_8));
        LayerSpec spec = spec(language, runtime, tree("jars", path.substring(0, path.lastIndexOf('/'))));
        DeliveryTest.credentials();
        try (FakeLambda aws = FakeLambda.start()) {
            aws.function("eu-west-1", "orders").runtime(runtime);
            aws.function("eu-west-1", "other").runtime("python3.13");
            build.publish(spec, DeliveryTest.delivery(aws));
            LayerResult result = build.attach(spec, DeliveryTest.delivery(aws, "orders"));
            assertThat(result.published()).extracting(PublishedVersion::version).containsExactly(1L);
            assertThat(result.attached()).extracting(AttachedFunction::outcome).containsExactly("attached");
            assertThat(aws.calls("PublishLayerVersion").get(0).body())
                    .containsEntry("CompatibleRuntimes", List.of(runtime));
            assertThatThrownBy(() -> build.attach(spec, DeliveryTest.delivery(aws, "other")))
                    .hasMessageContaining("runs python3.13, and layer data:1 is made for " + runtime);
            log.take();
            build.publish(spec, DeliveryTest.delivery(aws));
            assertThat(log.events()).anyMatch(event -> event.matches("published arn:.*:layer:data:1 false"));
            assertThat(aws.writes())
                    .containsExactly("PublishLayerVersion eu-west-1", "UpdateFunctionConfiguration eu-west-1");
        } finally {
            DeliveryTest.noCredentials();
        }
    }

    @Test
    void itHasNoLock() throws IOException {
        put("jars/one-1.0.jar", new byte[10]);
        build.lock(spec(Language.JAVA, "java21", tree("jars", "java/lib")), Upgrade.NOTHING);
        assertThat(log.events())
                .containsExactly("begins data for java21 on x86_64", "skipped the lock: a layer of java has none");
    }

    private Map<String, String> modes() throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (LayerArchive archive = LayerArchive.open(basedir.resolve("target/lambda-layer/data.zip"))) {
            archive.plan().entries().forEach(entry -> modes.put(entry.path(), Integer.toOctalString(entry.mode())));
        }
        return modes;
    }

    private LayerSpec spec(Language language, String runtime, FileTree... trees) {
        return TestSpecs.in(basedir)
                .wanting(Wanted.of(List.of()))
                .on(LambdaTarget.of(LambdaRuntime.of(language, runtime), Architecture.X86_64))
                .with(new Contents(
                        Layout.AUTO,
                        List.of(trees),
                        List.of(),
                        List.of(),
                        Modules.BESIDE, // Counts for Python alone.
                        Map.of(),
                        Long.MAX_VALUE,
                        true))
                .spec();
    }

    private FileTree tree(String folder, String into) {
        return new FileTree(basedir.resolve(folder), into, List.of(), List.of());
    }

    private void put(String path, byte[] content) throws IOException {
        Path file = basedir.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, content);
    }
}
