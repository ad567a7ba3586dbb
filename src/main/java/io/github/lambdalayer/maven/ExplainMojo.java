package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Questions;
import io.github.lambdalayer.explain.LayerAnswers;
import io.github.lambdalayer.explain.Subject;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says why a package, one version of it or one wheel is in the layer, or why it is not.
 *
 * <pre>{@code mvn lambda-layer:explain -Dlambda-layer.about=numpy==1.26.4}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", threadSafe = true)
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
public final class ExplainMojo extends AbstractResolvingMojo {

    /**
     * What is asked about: a package ({@code numpy}), a version ({@code numpy==1.26.4}), or the name of a wheel.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.about")
    private String about;

    /**
     * {@code text}, or {@code json}, which goes to standard output without a prefix.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.output", defaultValue = "text")
    private String output;

    /**
     * A file that is written instead of the log, seen from the project.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.outputFile")
    private String outputFile;

    @Inject
    ExplainMojo(MavenServices services) {
        super(services);
    }

    @Override
    void require(Parameters layer, Problems problems) {
        problems.collect(() -> subject(layer));
        problems.collect(() -> outlet(layer));
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        Subject subject = subject(parameters);
        Questions questions = questions();
        List<LayerAnswers> answers = new ArrayList<>();
        layers.forEach(layer -> answers.add(layer.ask(spec -> questions.explain(spec, subject))));
        outlet(parameters).tell(answers);
    }

    private static Subject subject(Parameters parameters) {
        return parameters
                .nonEmpty("about")
                .map(given -> given.as(Subject::parse))
                .orElseThrow(() -> new LayerException(
                        PomProblem.MISSING_PARAMETER,
                        "Nothing is named to be explained.",
                        "-Dlambda-layer.about=<package>, or <package>==<version>, or the name of a wheel"));
    }
}
