package io.github.lambdalayer.maven;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.model.ToolchainModel;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The Pythons of Maven's {@code toolchains.xml}. Maven itself knows toolchains of type {@code jdk} only, so what it has read
 * of the others is read here:
 *
 * <pre>{@code
 * <toolchain>
 *   <type>python</type>
 *   <provides><version>3.13</version></provides>
 *   <configuration><pythonHome>/opt/python3.13</pythonHome></configuration>
 * </toolchain>
 * }</pre>
 */
final class PythonToolchains {

    private static final String TYPE = "python";

    private PythonToolchains() {}

    /** The folder of each, or the program where {@code <executable>} names one. */
    static List<Path> of(MavenSession session) {
        List<ToolchainModel> models = session.getRequest().getToolchains().getOrDefault(TYPE, List.of());
        return models.stream()
                .map(PythonToolchains::path)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Path> path(ToolchainModel model) {
        if (!(model.getConfiguration() instanceof Xpp3Dom configuration)) {
            return Optional.empty();
        }
        return Stream.of("executable", "pythonHome", "home")
                .flatMap(name -> Stream.ofNullable(configuration.getChild(name)))
                .flatMap(child -> Stream.ofNullable(child.getValue()))
                .flatMap(value -> path(value.strip()).stream())
                .findFirst();
    }

    /** A path that this system cannot have is that of no Python. */
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
