package io.github.lambdalayer.maven;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.FunctionWish;
import io.github.lambdalayer.aws.LayerSharing;
import io.github.lambdalayer.aws.Staging;
import io.github.lambdalayer.aws.StorageMode;
import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where AWS is asked, and how a zip gets there. */
final class AwsReader {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private final Parameters parameters;
    private final boolean isSent;
    private final Problems problems = new Problems();

    /** A reader; what is only for a zip that is sent counts when it {@code isSent}. */
    AwsReader(Parameters parameters, boolean isSent) {
        this.parameters = parameters;
        this.isSent = isSent;
    }

    /** The whole; faults of several parameters are told together. {@code zip} is given instead of the one that is built. */
    Delivery read(Optional<Path> zip) {
        AwsSettings settings = settings();
        Staging staging = isSent ? staging() : Staging.DIRECT;
        List<FunctionWish> functions = functions();
        LayerSharing sharing = isSent ? new PermissionReader(parameters, problems).read() : LayerSharing.UNDECLARED;
        problems.throwIfAny();
        return new Delivery(
                Objects.requireNonNull(settings),
                Objects.requireNonNull(staging),
                functions,
                sharing,
                zip,
                text("sha256").toLowerCase(Locale.ROOT));
    }

    private @Nullable AwsSettings settings() {
        List<String> regions = parameters.list("regions", Separator.COMMA).stream()
                .map(given -> problems.collect(() -> given.as(AwsSettings::region)))
                .filter(Objects::nonNull)
                .toList();
        problems.collect(
                () -> parameters.shaped("expectedAccount", ACCOUNT, "an account of AWS, which has twelve digits"));
        return problems.collect(() -> new AwsSettings(
                regions, text("endpointUrl"), text("profile"), text("roleArn"), text("expectedAccount")));
    }

    /** What becomes of a zip in the bucket when Lambda has copied it. */
    private enum StagedZips {
        KEEP,
        DELETE
    }

    private @Nullable Staging staging() {
        StorageMode mode = problems.collect(() -> read("storageMode", StorageMode::of, StorageMode.COPY));
        StagedZips zips = problems.collect(() -> parameters.word("stagedZips", StagedZips.values(), StagedZips.KEEP));
        String bucket = problems.collect(() -> read("bucket", Staging::bucket, ""));
        String prefix = problems.collect(() -> read(
                "bucketPrefix", Staging::prefix, parameters.text("bucketPrefix").isEmpty() ? "lambda-layers/" : ""));
        return mode == null || zips == null || bucket == null || prefix == null
                ? null
                : problems.collect(
                        () -> new Staging(bucket, prefix, mode, text("bucketKmsKey"), zips == StagedZips.DELETE));
    }

    private <T> T read(String name, Function<String, T> parser, T otherwise) {
        return parameters.nonEmpty(name).map(given -> given.as(parser)).orElse(otherwise);
    }

    /** Each {@code <function>} has a {@code <name>} or a {@code <tag>}; on the command line they are names alone. */
    private List<FunctionWish> functions() {
        List<ParameterTree> parts = parameters.parts("functions");
        boolean structured = parts.stream().anyMatch(part -> !part.children().isEmpty());
        if (!structured || parameters.isOnCommandLine("functions")) {
            return parameters.list("functions", Separator.COMMA).stream()
                    .map(each -> problems.collect(() -> each.as(FunctionWish::of)))
                    .filter(Objects::nonNull)
                    .toList();
        }
        return new FunctionReader(problems).read(parts);
    }

    private String text(String name) {
        return parameters.text(name).map(Given::text).orElse("");
    }
}
