package io.github.lambdalayer.maven;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The parts of Maven that goals work with. A concrete class, for old versions of Maven inject nothing else. */
@Named
@Singleton
final class MavenServices {

    private final SettingsDecrypter decrypter;
    private final MavenProjectHelper projects;

    @Inject
    MavenServices(SettingsDecrypter decrypter, MavenProjectHelper projects) {
        this.decrypter = decrypter;
        this.projects = projects;
    }

    /** Makes clear text of the encrypted passwords of settings.xml. */
    SettingsDecrypter decrypter() {
        return decrypter;
    }

    /** Attaches files to projects. */
    MavenProjectHelper projects() {
        return projects;
    }
}
