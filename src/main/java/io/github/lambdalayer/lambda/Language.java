package io.github.lambdalayer.lambda;

/** What the code of a layer is written in, and where AWS Lambda looks for it: {@code java/lib} for Java. */
public enum Language {
    /** Modules and packages of wheels. */
    PYTHON("python", "python"),
    /** Jars. */
    JAVA("java", "java/lib"),
    /** Packages of npm. */
    NODEJS("nodejs", "nodejs/node_modules");

    private final String text;
    private final String folder;

    Language(String text, String folder) {
        this.text = text;
        this.folder = folder;
    }

    /** As AWS writes it in the names of runtimes, for example {@code nodejs}. */
    public String text() {
        return text;
    }

    /**
     * The folder of a layer in which code is found without any setting.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html">Packaging layers</a>
     */
    public String folder() {
        return folder;
    }

    @Override
    public String toString() {
        return text;
    }
}
