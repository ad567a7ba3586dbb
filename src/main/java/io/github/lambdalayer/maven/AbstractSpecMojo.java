package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.build.Ports;
import io.github.lambdalayer.build.Pythons;
import io.github.lambdalayer.build.Questions;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.problem.WordList;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.jspecify.annotations.Nullable;

/** A goal that works on the layers of a project: it reads them, says what is odd about the pom, and goes to work. */
abstract class AbstractSpecMojo extends AbstractLayerMojo {

    private static final String STANDALONE = "standalone-pom";
    private static final String PUBLISH = "publish";

    private final MavenServices services;
    private @Nullable Ports ports;

    AbstractSpecMojo(MavenServices services) {
        this.services = services;
    }

    /** Works on the layers. */
    abstract void run(List<DeclaredLayer> layers, Parameters parameters);

    /** What a goal that Maven runs in the first of several modules alone says where that one has no layer. */
    String onlyHere() {
        return "";
    }

    /** Which dependencies must be resolved before this goal knows enough of a layer. */
    Dependencies needs(Parameters layer) {
        return Dependencies.WHEELS;
    }

    /** Finds what is wrong with the parameters of this goal, to be told with the faults of the layer, before any work. */
    void require(Parameters layer, Problems problems) {}

    @Override
    final void run() {
        PomConfiguration pom = PomConfiguration.of(project(), execution());
        GoalDescriptors goals =
                new GoalDescriptors(execution().getMojoDescriptor().getPluginDescriptor());
        MisspeltNames.warnings(
                        goals.parameters(),
                        goals.skippingProperties(),
                        pom.own(),
                        GoalParameters.of(session().getUserProperties()).keySet())
                .forEach(getLog()::warn);
        Parameters parameters = parameters(pom, isApart());
        if (isWithoutLayer(pom, parameters)) {
            getLog().info("No layer is declared here." + onlyHere());
            leftOut();
        } else {
            runFor(new SpecReader(surroundings()).read(parameters), parameters);
        }
    }

    /** Only in a build of several modules can it be that none is picked: another module has the one that is named. */
    private void runFor(List<DeclaredLayer> layers, Parameters parameters) {
        if (layers.isEmpty()) {
            getLog().info("None of the layers here is picked: only is "
                    + parameters.nonEmpty("only").map(Given::text).orElse("") + ".");
            leftOut();
        } else {
            ExecutionFiles files = new ExecutionFiles(kept("written"), kept("read"));
            files.require(goal(), execution().getExecutionId(), layers);
            try {
                run(layers, parameters);
            } catch (LayerException e) {
                throw files.explained(e);
            } finally {
                closePorts();
            }
        }
    }

    /** Whether a report would have something to tell, or a fault; it is asked before Maven says where the site is. */
    final boolean hasSomethingToReport() {
        PomConfiguration pom = PomConfiguration.of(project(), execution());
        try {
            return !isWithoutLayer(pom, parameters(pom, true));
        } catch (LayerException e) {
            return true;
        }
    }

    /** Whether this is a module of a reactor and declares no layer; {@code -pl} and {@code -rf} leave it a module. */
    private boolean isWithoutLayer(PomConfiguration pom, Parameters parameters) {
        if (new SpecReader(surroundings()).isDeclared(parameters)) {
            return false;
        }
        requireThatItIsElsewhere(pom);
        return session().getAllProjects().size() > 1;
    }

    /** The pipeline, with this goal's ports. */
    final LayerBuild build() {
        return new LayerBuild(ports());
    }

    /** Answers about the layers, with this goal's ports. */
    final Questions questions() {
        return new Questions(ports());
    }

    /** Where this goal writes its answers. */
    final Outlet outlet(Parameters parameters) {
        return Outlet.of(parameters, basedir(), getLog());
    }

    private Ports ports() {
        Ports open = ports;
        if (open == null) {
            open = new Ports(
                    settings(),
                    new MavenTransfers(session().getRepositorySession(), getLog()),
                    new MavenBuildLog(getLog(), basedir(), told()),
                    String.valueOf(execution().getVersion()),
                    new Pythons(PythonToolchains.of(session()), System.getenv()));
            ports = open;
        }
        return open;
    }

    private void closePorts() {
        if (ports != null) {
            ports.close();
        }
    }

    /** Sets what was made as properties of the project, for later plugins and goals. */
    final void tell(LayerSpec spec, LayerResult result) {
        Properties properties = project().getProperties();
        spec.files().properties(result).forEach(properties::setProperty);
    }

    final MavenServices services() {
        return services;
    }

    /** Whether there is a project, and not only a command line. */
    final boolean hasProject() {
        return project().getFile() != null;
    }

    /** Whether Maven gives this call of the goal nothing of what stands in {@code <build>}, as it is in a site. */
    boolean isApart() {
        return false;
    }

    private Parameters parameters(PomConfiguration pom, boolean apart) {
        Map<String, ParameterTree> trees = GoalParameters.of(this);
        if (!hasProject()) {
            trees.remove("outputDirectory"); // Its default has a ${project.basedir} that Maven cannot fill in.
        }
        for (ParameterTree given : pom.own().children()) {
            if (apart || pom.leavesEmpty(given.name())) {
                trees.put(given.name(), given); // Maven has put the default there.
            }
        }
        return Parameters.of(
                GoalParameters.of(session().getUserProperties()),
                trees,
                GoalParameters.of(project().getProperties()));
    }

    private Surroundings surroundings() {
        MavenSession session = session();
        String artifactId = project().getArtifactId();
        return new Surroundings(
                basedir(),
                new Given(STANDALONE.equals(artifactId) ? "layer" : artifactId, "<artifactId>"),
                Path.of(session.getLocalRepository().getBasedir(), ".cache", "lambda-layer"),
                session.isOffline(),
                settings(),
                new ProjectArtifacts(services.dependencies(), session, project()),
                this::needs,
                this::require,
                ModuleLayers.of(session.getProjects(), execution()),
                hasProject(),
                publishes(),
                Clock.systemUTC());
    }

    /** Whether the layer is to be sent to AWS: then it must be small enough for that. */
    private boolean publishes() {
        Plugin plugin =
                project().getPlugin(execution().getGroupId() + ":" + execution().getArtifactId());
        boolean bound = plugin != null
                && plugin.getExecutions().stream()
                        .anyMatch(each -> each.getGoals().contains(PUBLISH));
        return bound || goal().equals(PUBLISH);
    }

    /** The layers that this build has told of; Maven keeps it from one goal of a project to the next. */
    @SuppressWarnings("unchecked")
    private Set<String> told() {
        return (Set<String>)
                getPluginContext().computeIfAbsent("told", key -> Collections.synchronizedSet(new HashSet<>()));
    }

    /** Who writes or reads which file; kept as {@link #told} is. */
    @SuppressWarnings("unchecked")
    private Map<Path, ExecutionFiles.Writer> kept(String key) {
        return (Map<Path, ExecutionFiles.Writer>)
                getPluginContext().computeIfAbsent(key, missing -> new ConcurrentHashMap<>());
    }

    private MavenSettings settings() {
        return new MavenSettings(session().getSettings(), services.decrypter());
    }

    /** The folder that relative paths start from. */
    final Path basedir() {
        return hasProject()
                ? project().getBasedir().toPath()
                : Path.of(session().getExecutionRootDirectory());
    }

    private void requireThatItIsElsewhere(PomConfiguration pom) {
        List<String> ids = pom.executionsWithTheLayer();
        if (!ids.isEmpty()) {
            List<String> hints = new ArrayList<>(ids.stream()
                    .map(id -> "mvn lambda-layer:" + goal() + "@" + id)
                    .toList());
            hints.add("or move the parameters into the plugin's own <configuration>");
            throw new LayerException(
                    PomProblem.ONLY_IN_EXECUTION,
                    "The parameters are only in the execution" + (ids.size() == 1 ? " " : "s ")
                            + WordList.and(
                                    ids.stream().map(id -> "\"" + id + "\"").toList()) + ", which the goal "
                            + goal() + " on the command line does not see.",
                    hints,
                    null);
        }
    }
}
