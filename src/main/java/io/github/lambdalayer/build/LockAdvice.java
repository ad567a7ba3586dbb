package io.github.lambdalayer.build;

import java.nio.file.Path;

/** How a layer gets a lock: by the goal, or without a pom, where there is no such goal, from what the build has used. */
final class LockAdvice {

    private static final String GOAL = "mvn lambda-layer:lock";
    private static final String IN_A_POM = "name the plugin in a pom, where mvn lambda-layer:lock writes one";

    private final LayerSpec spec;
    private final String file;

    LockAdvice(LayerSpec spec) {
        this.spec = spec;
        this.file = shown(spec.lock().file());
    }

    /** Where there is none: the rest of a sentence. */
    String first() {
        return spec.lock().hasGoal()
                ? GOAL + " writes one"
                : otherwise("copy " + used() + " to " + file + " to keep what it has used");
    }

    /** Where there has to be one: a hint. */
    String needed() {
        return spec.lock().hasGoal()
                ? GOAL
                : otherwise("build once without <locked>, and copy " + used() + " to " + file);
    }

    /** Where it is out of date: a hint. */
    String anew() {
        return spec.lock().hasGoal()
                ? GOAL
                : otherwise("take " + file + " away, build, and copy " + used() + " to " + file);
    }

    /** A lock that names wheels of folders names them as they are seen from where it is. */
    private String otherwise(String copy) {
        return spec.indexes().findLinks().isEmpty() ? copy : IN_A_POM;
    }

    private String used() {
        return shown(spec.files().lock());
    }

    private String shown(Path path) {
        Path shown = path.startsWith(spec.basedir()) ? spec.basedir().relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }
}
