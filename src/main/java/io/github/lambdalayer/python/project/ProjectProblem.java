package io.github.lambdalayer.python.project;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with a pyproject.toml, or with what is asked of it. */
public enum ProjectProblem implements ProblemCode {
    /** The file says nothing of what the project needs. */
    PROJECT_EMPTY,
    /** Only the project's build knows what it needs. */
    PROJECT_DYNAMIC,
    /** There is no such extra. */
    PROJECT_EXTRA,
    /** There is no such group, or it is written wrongly. */
    PROJECT_GROUP,
    /** Two groups have one name. */
    PROJECT_GROUP_TWICE,
    /** A group includes itself. */
    PROJECT_GROUP_CYCLE,
    /** A tool's table says that a package comes from elsewhere than from an index. */
    PROJECT_SOURCE
}
