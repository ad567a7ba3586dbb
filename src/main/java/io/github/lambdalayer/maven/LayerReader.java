package io.github.lambdalayer.maven;

import io.github.lambdalayer.aws.AwsIdentity;
import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.build.LayerSpec.LockPlace;
import io.github.lambdalayer.build.Wanted;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.index.IndexSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes one layer of its parameters, or two where it is for two architectures; faults are added to those of the others. */
final class LayerReader {

    private static final String PYTHON = Language.PYTHON.text();

    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+");
    private static final String ROLE_IS = "the ARN of a role, such as arn:aws:iam::123456789012:role/publisher";

    private final Surroundings surroundings;
    private final Problems problems;
    private final MavenWheels wheels;

    /** Reads layers that may have {@code wheels} among the dependencies of the project. */
    LayerReader(Surroundings surroundings, Problems problems, MavenWheels wheels) {
        this.surroundings = surroundings;
        this.problems = problems;
        this.wheels = wheels;
    }

    /** Whether one layer asks for anything. */
    boolean isDeclared(Parameters parameters) {
        return parameters.nonEmpty("zip").isPresent()
                || !parameters.list("requirements", Separator.LINE_OR_BAR).isEmpty()
                || !parameters.list("requirementsFiles", Separator.COMMA).isEmpty()
                || !isPython(parameters)
                || surroundings.artifacts().hasWheels()
                || !contents(parameters, new Problems()).isEmpty();
    }

    static boolean isPython(Parameters parameters) {
        return parameters.nonEmpty("language").map(Given::text).orElse(PYTHON).equals(PYTHON);
    }

    /** The layer, once for each architecture that it is not universal for. */
    List<DeclaredLayer> read(Parameters parameters, boolean oneOfSeveral) {
        Parts.require(parameters);
        Optional<LayerName> name = name(parameters);
        Language language = language(parameters);
        TargetReader reader = new TargetReader(parameters, language, problems);
        List<LambdaRuntime> runtimes = reader.runtimes();
        List<List<LambdaTarget>> perArchitecture = reader.architectures().stream()
                .map(architecture -> targets(reader, runtimes, architecture))
                .toList();
        LayerSpec whole = whole(parameters, name, language, oneOfSeveral, perArchitecture);
        if (perArchitecture.size() < 2 || flag(parameters, "universal")) {
            return List.of(new DeclaredLayer(whole, parameters, oneOfSeveral));
        }
        return perArchitecture.stream()
                .map(targets -> targets.isEmpty() ? List.of(placeholder()) : targets)
                .map(targets -> problems.collect(() -> ofOneArchitecture(whole, targets)))
                .filter(Objects::nonNull)
                .map(spec -> new DeclaredLayer(spec, parameters, true))
                .toList();
    }

    private static List<LambdaTarget> targets(
            TargetReader reader, List<LambdaRuntime> runtimes, Architecture architecture) {
        return runtimes.stream()
                .flatMap(runtime -> reader.target(runtime, architecture).stream())
                .toList();
    }

    private LayerSpec whole(
            Parameters parameters,
            Optional<LayerName> name,
            Language language,
            boolean oneOfSeveral,
            List<List<LambdaTarget>> perArchitecture) {
        List<LambdaTarget> targets =
                perArchitecture.stream().flatMap(List::stream).toList();
        LayerName known = name.orElse(LayerName.of("layer"));
        Path basedir = surroundings.basedir();
        Wanted wanted = new WantedReader(parameters, problems, basedir).read(language);
        Path output = path(parameters, "outputDirectory", "target/lambda-layer");
        IndexSettings indexes = new IndexReader(parameters, problems, basedir, surroundings.settings())
                .read(wanted, surroundings.cache(), surroundings.offline(), surroundings.clock());
        if (language == Language.PYTHON && !wheels.isEmpty()) {
            wanted = wheels.wanted(wanted, targets, oneOfSeveral, problems);
            indexes = withWheels(indexes, output.resolve("wheels"));
        }
        ContentsReader reader = contents(parameters, problems);
        requireSomething(parameters, language, wanted, reader);
        return new LayerSpec(
                known,
                text(parameters, "description"),
                text(parameters, "licenseInfo"),
                targets.isEmpty() ? List.of(placeholder()) : targets,
                wanted,
                lockPlace(parameters, known, oneOfSeveral, targets),
                indexes,
                new AwsIdentity(text(parameters, "profile"), role(parameters)),
                reader.read(language, output),
                basedir,
                output);
    }

    private IndexSettings withWheels(IndexSettings indexes, Path folder) {
        wheels.into(folder);
        List<Path> folders = new ArrayList<>(List.of(folder));
        folders.addAll(indexes.findLinks());
        return indexes.withFindLinks(folders);
    }

    private Language language(Parameters parameters) {
        Language language = problems.collect(() -> parameters.word("language", Language.values(), Language.PYTHON));
        return language == null ? Language.PYTHON : language;
    }

    private static LayerSpec ofOneArchitecture(LayerSpec whole, List<LambdaTarget> targets) {
        LayerName name = new Given(
                        whole.name() + "-" + targets.get(0).architecture(), "<layerName> with its architecture")
                .as(LayerName::of);
        return whole.with(name, targets);
    }

    private Optional<LayerName> name(Parameters parameters) {
        return Optional.ofNullable(
                problems.collect(() -> surroundings.nameOf(parameters).as(LayerName::of)));
    }

    private LockPlace lockPlace(
            Parameters parameters, LayerName name, boolean oneOfSeveral, List<LambdaTarget> targets) {
        Path file = path(parameters, "lockFile", oneOfSeveral ? "pylock." + name + ".toml" : "pylock.toml");
        return new LockPlace(file.normalize(), flag(parameters, "locked"), targets, surroundings.hasProject());
    }

    private Path path(Parameters parameters, String name, String otherwise) {
        Path basedir = surroundings.basedir();
        Path given = problems.collect(
                () -> parameters.nonEmpty(name).map(text -> text.under(basedir)).orElse(basedir.resolve(otherwise)));
        return given == null ? basedir.resolve(otherwise) : given;
    }

    private void requireSomething(Parameters parameters, Language language, Wanted wanted, ContentsReader contents) {
        boolean holds = language == Language.PYTHON
                ? !wanted.isEmpty() || isDeclared(parameters)
                : parameters.nonEmpty("zip").isPresent()
                        || surroundings.needs(parameters) != Dependencies.ALL
                        || contents.holdsAnything(language);
        if (problems.isEmpty() && !holds) {
            problems.add(EmptyLayer.of(language));
        }
    }

    private ContentsReader contents(Parameters parameters, Problems told) {
        return new ContentsReader(
                parameters,
                told,
                surroundings.basedir(),
                () -> surroundings.needs(parameters) == Dependencies.ALL
                        ? surroundings.artifacts().jars()
                        : List.of(),
                surroundings.publishes());
    }

    private String role(Parameters parameters) {
        String role = problems.collect(() -> parameters.shaped("roleArn", ROLE, ROLE_IS));
        return role == null ? "" : role;
    }

    private boolean flag(Parameters parameters, String name) {
        Boolean flag = problems.collect(() -> parameters.flag(name, false));
        return flag != null && flag;
    }

    private static String text(Parameters parameters, String name) {
        return parameters.text(name).map(Given::text).orElse("");
    }

    /** Stands in where the runtimes are faulty, until all faults are told. */
    private static LambdaTarget placeholder() {
        return LambdaTarget.of(LambdaRuntime.all().get(0), Architecture.X86_64);
    }
}
