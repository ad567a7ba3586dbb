package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.AwsIdentity;
import io.github.lambdalayer.aws.DetachOutcome;
import io.github.lambdalayer.build.Contents;
import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.build.Wanted;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.testing.BareResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class MavenBuildLogTest {

    private static final Path BASEDIR = Path.of("project").toAbsolutePath();
    private static final Path ZIP = BASEDIR.resolve("target/lambda-layer/data.zip");
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:data:7";

    private static final LayerSpec SPEC = new LayerSpec(
            LayerName.of("data"),
            "",
            "",
            List.of(LambdaTarget.of(LambdaRuntime.of("python3.13"), Architecture.X86_64)),
            Wanted.of(List.of()),
            new LayerSpec.LockPlace(BASEDIR, false, List.of(), true),
            IndexSettings.of(BASEDIR),
            AwsIdentity.OF_THE_CHAIN,
            Contents.WHEELS_ONLY,
            BASEDIR,
            BASEDIR);

    private static PublishedVersion version(String region, long number, boolean created) {
        String arn = "arn:aws:lambda:" + region + ":123456789012:layer:data:" + number;
        return new PublishedVersion(region, arn, number, created);
    }

    private final List<String> lines = new ArrayList<>();

    private final MavenBuildLog log = new MavenBuildLog(
            new SystemStreamLog() {
                @Override
                public void info(CharSequence content) {
                    lines.add("[INFO] " + content);
                }

                @Override
                public void warn(CharSequence content) {
                    lines.add("[WARNING] " + content);
                }
            },
            BASEDIR,
            new HashSet<>());

    @Test
    void versionsThatDifferBetweenRegionsAreATable() {
        log.published(List.of(version("eu-west-1", 7, false), version("us-east-1", 7, true)));
        assertThat(lines).isEmpty();
        log.published(List.of(
                version("eu-west-1", 7, false), version("ap-southeast-2", 7, true), version("us-east-1", 12, true)));
        assertThat(lines)
                .containsExactly(
                        "[INFO]   versions  differ between the regions:",
                        "[INFO]             eu-west-1           7  unchanged",
                        "[INFO]             ap-southeast-2      7  new",
                        "[INFO]             us-east-1          12  new");
    }

    @Test
    void sourcesThatEachColdStartCompiles() {
        log.uncompiled(812, 12_300_000);
        assertThat(lines)
                .containsExactly(
                        "[INFO]   sources   812 modules, 12.3 MB: each cold start compiles what it imports of them;"
                                + " <bytecode> can do that here");
    }

    @Test
    void everyStepIsOneLine() {
        log.locked(6, BASEDIR.resolve("pylock.toml"));
        log.fetched(2, 41_200_000, 4);
        log.audited(List.of());
        log.wrote(BareResult.of(29_898_319, 101_234_567), ZIP);
        log.published(new PublishedVersion("eu-west-1", ARN, 7, true), "new content");
        log.attached(new AttachedFunction("eu-west-1", "orders", "attached"), LayerVersionArn.parse(ARN));
        assertThat(lines)
                .containsExactly(
                        "[INFO]   locked    6 packages (pylock.toml)",
                        "[INFO]   fetched   2 wheels, 41.2 MB; 4 were in the cache",
                        "[INFO]   audited   no finding",
                        "[INFO]   wrote     target/lambda-layer/data.zip, 29.9 MB; 101.2 MB unzipped, 39 % of the limit",
                        "[INFO]   published " + ARN + " (new)",
                        "[INFO]   attached  data:7 to orders in eu-west-1");
    }

    @Test
    void layerWithoutPackagesIsNotToldOfThem() {
        log.resolved(0);
        log.fetched(0, 0, 0);
        assertThat(lines).isEmpty();
    }

    @Test
    void whatWasDoneBeforeIsSaid() {
        log.wroteLock(BASEDIR.resolve("pylock.toml"), 1, false);
        log.fetched(0, 0, 1);
        log.begins(SPEC);
        log.reused(BareResult.of(11_053, 34_000), ZIP);
        log.published(new PublishedVersion("eu-west-1", ARN, 7, false), "");
        log.attached(new AttachedFunction("eu-west-1", "orders", "unchanged"), LayerVersionArn.parse(ARN));
        assertThat(lines)
                .containsExactly(
                        "[INFO]   unchanged pylock.toml, 1 package",
                        "[INFO]   fetched   nothing; 1 wheel was in the cache",
                        "[INFO] Layer data for python3.13 on x86_64",
                        "[INFO]   unchanged target/lambda-layer/data.zip, 11.1 kB; 34.0 kB unzipped, 0 % of the limit",
                        "[INFO]   published " + ARN + " (unchanged)",
                        "[INFO]   attached  data:7 to orders in eu-west-1 (unchanged)");
    }

    @Test
    void functionThatDoesNotHaveTheLayerIsNotSaidToBeAttached() {
        log.attached(new AttachedFunction("eu-west-1", "orders", "rolled-back"), LayerVersionArn.parse(ARN));
        assertThat(lines).containsExactly("[INFO]   rolled back data:7 on orders in eu-west-1");
    }

    @Test
    void nextGoalOfTheSameBuildSaysItsOwnStepsOnly() {
        log.begins(SPEC);
        log.wrote(BareResult.of(11_053, 34_000), ZIP);
        lines.clear();
        log.begins(SPEC);
        log.reused(BareResult.of(11_053, 34_000), ZIP);
        assertThat(lines).isEmpty();
    }

    @Test
    void reasonIsSaidWhereItIsNotTheContent() {
        log.published(new PublishedVersion("eu-west-1", ARN, 7, true), "same content as version 6, but other runtimes");
        assertThat(lines)
                .containsExactly("[INFO]   published " + ARN + " (new: same content as version 6, but other runtimes)");
    }

    @Test
    void findingsAreWarnings() {
        log.audited(List.of(new ToldFinding("glibc", "warn", "a.so needs GLIBC_2.35.", List.of("choose another"))));
        log.warned("There is no lock.");
        assertThat(lines)
                .containsExactly(
                        "[INFO]   audited   1 finding",
                        "[WARNING] glibc: a.so needs GLIBC_2.35.",
                        "[WARNING] hint: choose another",
                        "[WARNING] There is no lock.");
    }

    @Test
    void sameHintIsSaidOnceForFindingsInARow() {
        log.audited(List.of(
                new ToldFinding("pth", "warn", "a.pth.", List.of("leave it out")),
                new ToldFinding("pth", "warn", "b.pth.", List.of("leave it out")),
                new ToldFinding("file-mode", "warn", "c.", List.of())));
        assertThat(lines)
                .containsExactly(
                        "[INFO]   audited   3 findings",
                        "[WARNING] pth: a.pth.",
                        "[WARNING] pth: b.pth.",
                        "[WARNING] hint: leave it out",
                        "[WARNING] file-mode: c.");
    }

    @Test
    void findingsOfAnUnchangedZipAreToldAgain() {
        LayerResult result =
                BareResult.of(new ToldFinding("glibc", "warn", "a.so needs GLIBC_2.35.", List.of("choose another")));
        log.begins(SPEC);
        log.reused(result, ZIP);
        log.begins(SPEC);
        log.reused(result, ZIP);
        assertThat(lines)
                .containsExactly(
                        "[INFO] Layer data for python3.13 on x86_64",
                        "[INFO]   unchanged target/lambda-layer/data.zip, 1 byte; 1 byte unzipped, 0 % of the limit",
                        "[WARNING] glibc: a.so needs GLIBC_2.35.",
                        "[WARNING] hint: choose another");
    }

    /** Findings are of one layer, however alike they are. */
    @Test
    void whatTwoLayersLackIsSaidOnce() {
        List<ToldFinding> finding = List.of(new ToldFinding("pth", "warn", "a.pth", List.of()));
        log.warned("There is no pylock.toml.");
        log.audited(finding);
        log.warned("There is no pylock.toml.");
        log.audited(finding);
        assertThat(lines)
                .containsExactly(
                        "[WARNING] There is no pylock.toml.",
                        "[INFO]   audited   1 finding",
                        "[WARNING] pth: a.pth",
                        "[INFO]   audited   1 finding",
                        "[WARNING] pth: a.pth");
    }

    @Test
    void whatAnIndexOrAFileSaysCannotForgeALine() {
        log.warned("demo 1.0 is yanked: \u001b[2Jgone\r");
        log.audited(List.of(new ToldFinding("pth", "warn", "a\u202eb.pth", List.of("leave out a\u202eb"))));
        assertThat(lines)
                .containsExactly(
                        "[WARNING] demo 1.0 is yanked: \\u001b[2Jgone\\u000d",
                        "[INFO]   audited   1 finding",
                        "[WARNING] pth: a\\u202eb.pth",
                        "[WARNING] hint: leave out a\\u202eb");
    }

    @Test
    void functionThatDoesNotHaveTheLayerIsSaidToBeUnchangedWhenItIsTakenOff() {
        LayerName data = LayerName.of("data");
        DetachOutcome with = new DetachOutcome("eu-west-1", FunctionName.of("orders"), List.of(ARN));
        DetachOutcome without = new DetachOutcome("eu-west-1", FunctionName.of("bills"), List.of());
        log.detached(data, with);
        log.detached(data, without);
        log.wouldDetach(data, with);
        log.wouldDetach(data, without);
        assertThat(lines)
                .containsExactly(
                        "[INFO]   detached  " + ARN + " from orders in eu-west-1",
                        "[INFO]   detached  data from bills in eu-west-1 (unchanged)",
                        "[INFO]   would     detach " + ARN + " from orders in eu-west-1",
                        "[INFO]   unchanged bills in eu-west-1");
    }

    @Test
    void whomALayerIsSharedWithIsToldAsAPlanTellsIt() {
        log.shared("eu-west-1", "+ lambda-layer-account-210987654321");
        assertThat(lines).containsExactly("[INFO]   shared    in eu-west-1: + lambda-layer-account-210987654321");
    }
}
