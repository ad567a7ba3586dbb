package io.github.lambdalayer.python.target;

import io.github.lambdalayer.problem.WordList;
import java.util.List;

/** Whether a wheel fits an interpreter, and if not, the one thing that is most in the way. */
public sealed interface TagMatch {

    /** Why or why not, as the end of a sentence that begins with a wheel: {@code it is for i686, wanted x86_64}. */
    String because();

    /** Whether the wheel can be used. */
    default boolean fits() {
        return false;
    }

    /**
     * The wheel fits.
     *
     * @param rank the place of its best tag; 0 is the best, and of two wheels the lower one wins
     * @param tag the wheel's best tag
     */
    record Fits(int rank, Tag tag) implements TagMatch {
        @Override
        public String because() {
            return "it fits by its tag " + tag;
        }

        @Override
        public boolean fits() {
            return true;
        }
    }

    /**
     * Another operating system or C library.
     *
     * @param platforms what the wheel is for, for example {@code macOS}
     */
    record OtherPlatform(List<String> platforms) implements TagMatch {
        /** Keeps a copy of the list. */
        public OtherPlatform {
            platforms = List.copyOf(platforms);
        }

        @Override
        public String because() {
            return platforms.isEmpty()
                    ? "it has no tag"
                    : "it is for " + WordList.and(platforms) + ", wanted Linux with glibc";
        }
    }

    /**
     * Another machine.
     *
     * @param machines what the wheel is for, for example {@code i686}
     */
    record OtherMachine(List<String> machines, String wanted) implements TagMatch {
        /** Keeps a copy of the list. */
        public OtherMachine {
            machines = List.copyOf(machines);
        }

        @Override
        public String because() {
            return "it is for " + WordList.and(machines) + ", wanted " + wanted;
        }
    }

    /**
     * Another interpreter.
     *
     * @param pythons what the wheel is for, for example {@code cp38}
     */
    record OtherPython(List<String> pythons, String wanted) implements TagMatch {
        /** Keeps a copy of the list. */
        public OtherPython {
            pythons = List.copyOf(pythons);
        }

        @Override
        public String because() {
            return "it is for " + WordList.and(pythons) + ", wanted " + wanted;
        }
    }

    /**
     * Another binary interface, for example that of the free-threaded build.
     *
     * @param abis what the wheel is for, for example {@code cp313t}
     */
    record OtherAbi(List<String> abis, String wanted) implements TagMatch {
        /** Keeps a copy of the list. */
        public OtherAbi {
            abis = List.copyOf(abis);
        }

        @Override
        public String because() {
            return "it is for the ABI " + WordList.and(abis) + ", wanted " + wanted;
        }
    }

    /**
     * A newer C library.
     *
     * @param neededMinor 35 for glibc 2.35
     * @param presentMinor 34 for glibc 2.34
     */
    record NewerGlibc(int neededMinor, int presentMinor) implements TagMatch {
        @Override
        public String because() {
            return "it needs glibc 2." + neededMinor + ", the runtime has 2." + presentMinor;
        }
    }
}
