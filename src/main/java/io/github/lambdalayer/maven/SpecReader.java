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
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.index.IndexSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes layers of what the user gave: text in, values out. Every fault is collected with its place, and all are thrown
 * together, so that a pom with three mistakes is mended in one round.
 */
final class SpecReader {

    private static final String PYTHON = Language.PYTHON.text();

    private final Surroundings surroundings;
    private final Problems problems = new Problems();
    private MavenWheels wheels = MavenWheels.NONE;

    SpecReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The layers of a goal: one, one for each {@code <layer>}, and two of each where it names two architectures.
     *
     * @throws LayerException that tells every fault
     */
    List<DeclaredLayer> read(Parameters parameters) {
        List<ParameterTree> layers = parameters.parts("layers");
        List<Parameters> each = layers.isEmpty()
                ? List.of(parameters)
                : layers.stream().map(parameters::of).toList();
        if (each.stream().anyMatch(layer -> isPython(layer) && needs(layer) != Dependencies.NONE)) {
            List<Artifacts.Found> found = problems.collect(surroundings.artifacts()::wheels);
            wheels = found == null ? MavenWheels.NONE : MavenWheels.of(found, problems);
        }
        List<List<DeclaredLayer>> perLayer = new ArrayList<>();
        for (Parameters layer : each) {
            boolean several = each.size() > 1;
            List<DeclaredLayer> read = several
                    ? problems.collectAbout("Layer " + nameOf(layer).text(), () -> layer(layer, true))
                    : problems.collect(() -> layer(layer, false));
            perLayer.add(read == null ? List.of() : read);
        }
        OwnFileNames names = new OwnFileNames(problems);
        names.requireOwnLocks(perLayer);
        List<DeclaredLayer> declared = perLayer.stream().flatMap(List::stream).toList();
        List<DeclaredLayer> all = new Providers(problems, declared).connected(declared);
        names.requireOwnZips(all);
        problems.throwIfAny();
        return only(parameters, all);
    }

    /** Whether anything is asked for at all: a module of a reactor may have no layer of its own. */
    boolean isDeclared(Parameters parameters) {
        return !parameters.parts("layers").isEmpty()
                || parameters.nonEmpty("zip").isPresent()
                || !parameters.list("requirements", Separator.LINE_OR_BAR).isEmpty()
                || !parameters.list("requirementsFiles", Separator.COMMA).isEmpty()
                || !isPython(parameters)
                || surroundings.artifacts().hasWheels()
                || !contents(parameters, new Problems()).isEmpty();
    }

    private static boolean isPython(Parameters parameters) {
        return parameters.nonEmpty("language").map(Given::text).orElse(PYTHON).equals(PYTHON);
    }

    private List<DeclaredLayer> layer(Parameters parameters, boolean oneOfSeveral) {
        Parts.require(parameters);
        Optional<LayerName> name = name(parameters);
        TargetReader reader = new TargetReader(parameters, language(parameters), problems);
        List<LambdaRuntime> runtimes = reader.runtimes();
        List<List<LambdaTarget>> perArchitecture = reader.architectures().stream()
                .map(architecture -> targets(reader, runtimes, architecture))
                .toList();
        LayerSpec whole = whole(parameters, name, oneOfSeveral, perArchitecture);
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
            boolean oneOfSeveral,
            List<List<LambdaTarget>> perArchitecture) {
        List<LambdaTarget> targets =
                perArchitecture.stream().flatMap(List::stream).toList();
        LayerName known = name.orElse(LayerName.of("layer"));
        Path basedir = surroundings.basedir();
        Language language = language(parameters);
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
                new AwsIdentity(text(parameters, "profile"), text(parameters, "roleArn")),
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
        return new LayerSpec(
                name,
                whole.description(),
                whole.licenseInfo(),
                targets,
                whole.wanted(),
                whole.lock(),
                whole.indexes(),
                whole.identity(),
                whole.contents(),
                whole.basedir(),
                whole.output());
    }

    private Optional<LayerName> name(Parameters parameters) {
        return Optional.ofNullable(problems.collect(() -> nameOf(parameters).as(LayerName::of)));
    }

    private Given nameOf(Parameters parameters) {
        return parameters.nonEmpty("layerName").orElseGet(surroundings::artifactId);
    }

    private LockPlace lockPlace(
            Parameters parameters, LayerName name, boolean oneOfSeveral, List<LambdaTarget> targets) {
        Path file = path(parameters, "lockFile", oneOfSeveral ? "pylock." + name + ".toml" : "pylock.toml");
        return new LockPlace(file.normalize(), flag(parameters, "locked"), targets);
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
                        || needs(parameters) != Dependencies.ALL
                        || contents.holdsAnything(language);
        if (problems.isEmpty() && !holds) {
            problems.add(EmptyLayer.of(language));
        }
    }

    /** Those that are picked, by their own names or by the one that two architectures share. */
    private List<DeclaredLayer> only(Parameters parameters, List<DeclaredLayer> layers) {
        Set<String> only = parameters.list("only", Separator.COMMA).stream()
                .map(Given::text)
                .collect(Collectors.toSet());
        List<String> names =
                layers.stream().map(layer -> layer.spec().name().value()).toList();
        for (String name : only) {
            if (layers.stream().noneMatch(layer -> isNamed(layer, name))) {
                throw Words.bad(new Given(name, "<only>"), names);
            }
        }
        return layers.stream()
                .filter(layer -> only.isEmpty() || only.stream().anyMatch(name -> isNamed(layer, name)))
                .toList();
    }

    private boolean isNamed(DeclaredLayer layer, String name) {
        return layer.spec().name().value().equals(name)
                || nameOf(layer.parameters()).text().equals(name);
    }

    private ContentsReader contents(Parameters parameters, Problems told) {
        return new ContentsReader(
                parameters,
                told,
                surroundings.basedir(),
                () -> needs(parameters) == Dependencies.ALL
                        ? surroundings.artifacts().jars()
                        : List.of(),
                surroundings.publishes());
    }

    private Dependencies needs(Parameters layer) {
        return surroundings.needs().apply(layer);
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
