package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with the parameters, the settings, and the way a goal is called. */
enum PomProblem implements ProblemCode {
    /** A parameter that is needed is not there. */
    MISSING_PARAMETER,
    /** A parameter's value is none of those that it can have. */
    BAD_PARAMETER,
    /** A password stands in the pom or on the command line. */
    SECRET_IN_POM,
    /** Only executions hold the parameters, but the goal runs on the command line. */
    ONLY_IN_EXECUTION,
    /** Two layers would be written to one file. */
    SHARED_FILE,
    /** A goal that asks AWS runs with {@code -o}. */
    OFFLINE,
    /** A zip that is named as a Maven artifact is in no repository. */
    ZIP_NOT_FOUND,
    /** The plan is not empty, and {@code failOnChanges} asks for a failure then. */
    CHANGES_PLANNED,
    /** A dependency that goes into a layer is in no repository, or is not packed yet. */
    DEPENDENCY_NOT_FOUND,
    /** A wheel among the dependencies that the layer cannot hold. */
    WRONG_WHEEL,
    /** Dependencies cannot be put where the build looks for them. */
    CANNOT_COPY,
    /** A {@code <server>} of settings.xml is missing, or its password cannot be decrypted. */
    BAD_SERVER
}
