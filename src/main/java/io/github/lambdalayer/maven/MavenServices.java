package io.github.lambdalayer.maven;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.lifecycle.DefaultLifecycles;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** The parts of Maven that goals work with. A concrete class, for old versions of Maven inject nothing else. */
@Named
@Singleton
final class MavenServices {

    private final SettingsDecrypter decrypter;
    private final MavenProjectHelper projects;
    private final RepositorySystem repositories;
    private final ProjectDependenciesResolver dependencies;
    private final DefaultLifecycles lifecycles;

    @Inject
    MavenServices(
            SettingsDecrypter decrypter,
            MavenProjectHelper projects,
            RepositorySystem repositories,
            ProjectDependenciesResolver dependencies,
            DefaultLifecycles lifecycles) {
        this.decrypter = decrypter;
        this.projects = projects;
        this.repositories = repositories;
        this.dependencies = dependencies;
        this.lifecycles = lifecycles;
    }

    /** Makes clear text of the encrypted passwords of settings.xml. */
    SettingsDecrypter decrypter() {
        return decrypter;
    }

    /** Finds artifacts. */
    RepositorySystem repositories() {
        return repositories;
    }

    /** Finds the dependencies of projects. */
    ProjectDependenciesResolver dependencies() {
        return dependencies;
    }

    /** For each phase those of its lifecycle, in order. */
    Map<String, List<String>> phases() {
        return lifecycles.getPhaseToLifecycleMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().getPhases()));
    }

    /** Attaches files to projects. */
    MavenProjectHelper projects() {
        return projects;
    }
}
