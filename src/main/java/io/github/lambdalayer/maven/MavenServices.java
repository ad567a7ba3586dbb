package io.github.lambdalayer.maven;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
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

    @Inject
    MavenServices(
            SettingsDecrypter decrypter,
            MavenProjectHelper projects,
            RepositorySystem repositories,
            ProjectDependenciesResolver dependencies) {
        this.decrypter = decrypter;
        this.projects = projects;
        this.repositories = repositories;
        this.dependencies = dependencies;
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

    /** Attaches files to projects. */
    MavenProjectHelper projects() {
        return projects;
    }
}
