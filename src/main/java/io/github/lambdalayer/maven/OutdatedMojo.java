package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Questions;
import io.github.lambdalayer.explain.LayerAnswers;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what is newer than the packages of the layer: what would be chosen anew, what fits the runtime, and why the
 * newest of all does not.
 *
 * @since 0.1.0
 */
@Mojo(name = "outdated", threadSafe = true)
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
public final class OutdatedMojo extends AbstractResolvingMojo {

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
    OutdatedMojo(MavenServices services) {
        super(services);
    }

    @Override
    void require(Parameters layer, Problems problems) {
        problems.collect(() -> outlet(layer));
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        Questions questions = questions();
        List<LayerAnswers> answers = new ArrayList<>();
        layers.forEach(layer -> answers.add(layer.ask(questions::outdated)));
        outlet(parameters).tell(answers);
    }
}
