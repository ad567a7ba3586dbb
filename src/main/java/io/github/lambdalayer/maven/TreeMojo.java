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
 * Says who requires what in the layer, with the unzipped bytes of each package and the requirements whose markers are
 * false. Wheels are fetched to be weighed; the layer is not built, so that also one that is too large has its tree.
 *
 * @since 0.1.0
 */
@Mojo(name = "tree", threadSafe = true)
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
public final class TreeMojo extends AbstractBuildingMojo {

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
    TreeMojo(MavenServices services) {
        super(services);
    }

    @Override
    Dependencies needs(Parameters layer) {
        return Dependencies.WHEELS;
    }

    @Override
    void require(Parameters layer, Problems problems) {
        problems.collect(() -> outlet(layer));
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        Questions questions = questions();
        List<LayerAnswers> answers = new ArrayList<>();
        layers.forEach(layer -> answers.add(layer.ask(questions::tree)));
        outlet(parameters).tell(answers);
    }
}
