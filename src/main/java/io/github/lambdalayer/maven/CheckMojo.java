package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.Trial;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks the zip that was built, or any other: what AWS Lambda would refuse, what would not load, and, where a Python of
 * the runtime's version is on this machine, whether modules can be imported and a handler can be called. Fails when the
 * lock is out of date.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
public final class CheckMojo extends AbstractBuildingMojo {

    /**
     * The zip that is checked, whoever made it: a file, or a Maven artifact as
     * {@code group:artifact:version:zip:classifier}. Without it: the one that is built.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.zip")
    private String zip;

    /**
     * Modules that must be importable from the layer alone, for example {@code pandas}. A Python of the runtime's version
     * imports them; it is looked for in Maven's toolchains (of type {@code python}), on the PATH, in the folders of pyenv
     * and uv, and in those of Homebrew.
     *
     * <pre>{@code <importTest><module>pandas</module></importTest>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.importTest")
    private List<String> importTest;

    /**
     * A handler that is called once, for example {@code app.handler}. Its module is in {@code src/test/python} or in the
     * layer. AWS's own {@code awslambdaric} runs it, which comes from the index.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.handler")
    private String handler;

    /**
     * The event for the handler: JSON, or the name of a file with it. Without it: <code>{}</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.event")
    private String event;

    /**
     * Fails where no Python of the runtime's version is on this machine, instead of saying that nothing was tried.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.requirePython", defaultValue = "false")
    private String requirePython;

    @Inject
    CheckMojo(MavenServices services) {
        super(services);
    }

    /** Of a zip that is there the lock is checked, which names wheels. */
    @Override
    Dependencies needs(Parameters layer) {
        return layer.nonEmpty("zip").isEmpty() ? Dependencies.ALL : Dependencies.WHEELS;
    }

    @Override
    void require(Parameters layer, Problems problems) {
        problems.collect(() -> new TrialReader(layer, basedir()).read());
    }

    /** A layer, the zip that is given instead of its own, and what is tried with it. */
    private record Candidate(DeclaredLayer layer, Optional<Path> zip, Trial trial) {}

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        List<Candidate> candidates = DeclaredLayer.askAll(layers, this::candidate);
        LayerBuild build = build();
        candidates.forEach(each -> each.layer().run(spec -> build.check(spec, each.zip(), each.trial())));
    }

    private Candidate candidate(DeclaredLayer layer) {
        Trial trial = new TrialReader(layer.parameters(), layer.spec().basedir()).read();
        return new Candidate(layer, zip(layer), trial);
    }
}
