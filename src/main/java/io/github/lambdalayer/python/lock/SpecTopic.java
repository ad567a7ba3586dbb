package io.github.lambdalayer.python.lock;

/** One of the things that a lock is made for; each is a key of {@code [tool.lambda-layer]}. */
public enum SpecTopic {
    /** For example {@code pandas==2.2.3}. */
    REQUIREMENTS("requirements", "requirement", Shape.SET),
    /** For example {@code numpy<2}. */
    CONSTRAINTS("constraints", "constraint", Shape.SET),
    /** For example {@code numpy==1.26.4}. */
    OVERRIDES("overrides", "override", Shape.SET),
    /** For example {@code boto3}. */
    EXCLUDED("excluded-packages", "excluded package", Shape.SET),
    /** For example {@code python3.13}. */
    RUNTIMES("runtimes", "runtime", Shape.SET),
    /** For example {@code arm64}. */
    ARCHITECTURES("architectures", "architecture", Shape.SET),
    /** Other than the runtime's own, for example {@code 2.34}. */
    GLIBC("glibc", "glibc", Shape.SINGLE),
    /** Other than the runtime's own, for example {@code 3.13.5}. */
    PYTHON_FULL_VERSION("python-full-version", "pythonFullVersion", Shape.SINGLE),
    /** For example {@code allow}. */
    PRERELEASES("prereleases", "prereleases", Shape.SINGLE),
    /** For example {@code lowest}. */
    RESOLUTION("resolution", "resolution", Shape.SINGLE),
    /** As it stands in the pom: {@code P7D} or {@code 2026-01-01T00:00:00Z}. */
    UPLOADED_PRIOR_TO("uploaded-prior-to", "uploadedPriorTo", Shape.SINGLE),
    /** In order, each with what is looked up in it alone: {@code acme https://repo.example/simple/ packages=acme-core}. */
    INDEXES("indexes", "index", Shape.SEQUENCE),
    /** For example {@code wheels}, in order. */
    FIND_LINKS("find-links", "findLinks", Shape.SEQUENCE);

    /** How the values of a topic are compared. */
    enum Shape {
        /** Any number, whose order does not matter for what is locked to be right. */
        SET,
        /** Any number, whose order matters. */
        SEQUENCE,
        /** One or none. */
        SINGLE
    }

    private final String key;
    private final String noun;
    private final Shape shape;

    SpecTopic(String key, String noun, Shape shape) {
        this.key = key;
        this.noun = noun;
        this.shape = shape;
    }

    String key() {
        return key;
    }

    String noun() {
        return noun;
    }

    Shape shape() {
        return shape;
    }
}
