package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What every goal does: skip when it is told to, run, and tell a failure in one block. What the user
 * can mend is told without a trace, a fault of the plugin with one, so that a trace in a log always means a bug.
 */
abstract class AbstractLayerMojo extends AbstractMojo {

    /** The running build. */
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The project; outside of one it is Maven's own {@code standalone-pom}. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** This very call of the goal. */
    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    /**
     * Leaves out every goal of this plugin. One goal is left out by a property of its own, such as
     * {@code -Dlambda-layer.publish.skip}. On the command line it beats the pom, {@code -Dlambda-layer.skip=false} too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.skip", defaultValue = "false")
    private String skip;

    /** There is nothing to do for this module: the goal is skipped, or no layer is declared. */
    void leftOut() {}

    /** Runs the goal. */
    abstract void run();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Optional<String> reason = skipReason();
            if (reason.isPresent()) {
                getLog().info("Skipped: " + reason.get());
                leftOut();
            } else {
                run();
            }
        } catch (LayerException e) {
            getLog().debug(e);
            throw new MojoFailureException(e.block());
        } catch (RuntimeException e) {
            getLog().error("This is a fault of the plugin; please report it with the trace below.", e);
            throw new MojoExecutionException("A fault of the plugin in the goal " + goal() + ": " + e);
        }
    }

    final MavenSession session() {
        return session;
    }

    final MavenProject project() {
        return project;
    }

    final MojoExecution execution() {
        return mojoExecution;
    }

    /** The goal's name, for example {@code publish}. */
    final String goal() {
        return mojoExecution.getGoal();
    }

    private Optional<String> skipReason() {
        Skipping skipping = new Skipping(session.getUserProperties(), project.getProperties());
        return skipping.reason(goal(), skip == null ? "" : skip);
    }
}
