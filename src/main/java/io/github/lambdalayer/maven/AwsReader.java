package io.github.lambdalayer.maven;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.FunctionWish;
import io.github.lambdalayer.aws.LayerPermission;
import io.github.lambdalayer.aws.LayerSharing;
import io.github.lambdalayer.aws.Staging;
import io.github.lambdalayer.aws.StorageMode;
import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Reads where AWS is asked, and how a zip gets there. */
final class AwsReader {

    private final Parameters parameters;
    private final Optional<Path> zip;
    private final Problems problems = new Problems();

    /** A reader; {@code zip} is the one that is given instead of the one that is built. */
    AwsReader(Parameters parameters, Optional<Path> zip) {
        this.parameters = parameters;
        this.zip = zip;
    }

    /** The whole; faults of several parameters are told together. */
    Delivery read() {
        AwsSettings settings = problems.collect(this::settings);
        Staging staging = problems.collect(this::staging);
        List<FunctionWish> functions = functions();
        LayerSharing sharing = problems.collect(this::sharing);
        problems.throwIfAny();
        return new Delivery(
                Objects.requireNonNull(settings),
                Objects.requireNonNull(staging),
                functions,
                Objects.requireNonNull(sharing),
                zip,
                text("sha256").toLowerCase(Locale.ROOT));
    }

    private AwsSettings settings() {
        return new AwsSettings(
                texts("regions"), text("endpointUrl"), text("profile"), text("roleArn"), text("expectedAccount"));
    }

    /** What becomes of a zip in the bucket when Lambda has copied it. */
    private enum StagedZips {
        KEEP,
        DELETE
    }

    private Staging staging() {
        StorageMode mode = parameters
                .nonEmpty("storageMode")
                .map(given -> given.as(StorageMode::of))
                .orElse(StorageMode.COPY);
        String prefix = parameters.text("bucketPrefix").map(Given::text).orElse("lambda-layers/");
        boolean deletes = parameters.word("stagedZips", StagedZips.values(), StagedZips.KEEP) == StagedZips.DELETE;
        return new Staging(text("bucket"), prefix, mode, text("bucketKmsKey"), deletes);
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

    /** Each {@code <permission>} has an {@code <account>} or an {@code <organization>}. */
    private LayerSharing sharing() {
        if (parameters.text("permissions").isEmpty()) {
            return LayerSharing.UNDECLARED;
        }
        List<LayerPermission> permissions = new ArrayList<>();
        for (ParameterTree part : parameters.parts("permissions")) {
            String place = "<permission> " + (permissions.size() + 1);
            String account = part.child("account").map(ParameterTree::text).orElse("");
            permissions.add(
                    account.isEmpty()
                            ? new Given(
                                            part.child("organization")
                                                    .map(ParameterTree::text)
                                                    .orElse(""),
                                            place)
                                    .as(LayerPermission::ofOrganization)
                            : new Given(account, place).as(LayerPermission::ofAccount));
        }
        return LayerSharing.of(permissions, parameters.flag("allowPublic", false));
    }

    private List<String> texts(String name) {
        return parameters.list(name, Separator.COMMA).stream().map(Given::text).toList();
    }

    private String text(String name) {
        return parameters.text(name).map(Given::text).orElse("");
    }
}
