package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.TagMatch;
import io.github.lambdalayer.python.version.Specifiers;
import java.util.List;

/** Why a release, or one wheel of it, is not taken. */
public sealed interface Rejection {

    /** The reason as the rest of a sentence about the release or wheel: {@code it is for i686, wanted x86_64}. */
    String because();

    /** A wheel does not fit the interpreter. */
    record WrongTag(IndexFile file, TagMatch match) implements Rejection {
        @Override
        public String because() {
            return match.because();
        }
    }

    /** A wheel is for other versions of Python. */
    record RequiresPython(IndexFile file, Specifiers pythons, String wanted) implements Rejection {
        @Override
        public String because() {
            return "it requires Python " + pythons + ", wanted " + wanted;
        }
    }

    /** A wheel was taken back by its index, and nothing pins its version. */
    record Yanked(IndexFile file) implements Rejection {
        @Override
        public String because() {
            String reason = Printable.name(file.yankedReason());
            return reason.isEmpty() ? "it is yanked" : "it is yanked: " + reason;
        }
    }

    /**
     * A release has no wheel at all.
     *
     * @param otherFiles what it has instead, for example {@code demo-1.0.tar.gz}
     */
    record NoWheel(List<String> otherFiles) implements Rejection {
        /** Keeps a copy of the list. */
        public NoWheel {
            otherFiles = List.copyOf(otherFiles);
        }

        @Override
        public String because() {
            return "it has only a source distribution";
        }
    }

    /** A release is a pre-release, and none may be taken. */
    record PreRelease() implements Rejection {
        @Override
        public String because() {
            return "it is a pre-release, and the settings allow none";
        }
    }

    /** A constraint excludes a release. */
    record Constrained(Requirement constraint) implements Rejection {
        @Override
        public String because() {
            return "the constraint " + constraint + " excludes it";
        }
    }

    /** A wheel's metadata cannot be read, or speaks of something else. */
    record BadMetadata(IndexFile file, String problem) implements Rejection {
        @Override
        public String because() {
            return "its metadata cannot be used: " + problem;
        }
    }
}
