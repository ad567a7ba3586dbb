package io.github.lambdalayer.python.index.cache;

/**
 * Who has a lock, as well as one can know, and what to do when it is kept.
 *
 * @param name for the middle of a sentence: {@code process 4711}
 */
record LockHolder(String name, String hint) {

    private static final String END_JVM =
            "run again (if a Maven daemon runs the builds, stop it first), or set another <cacheDirectory>";

    /** A plugin of this JVM that knows {@link OneOfTheJvm}, of this build or of another one of a daemon. */
    static LockHolder thread(String owner) {
        return new LockHolder((owner.isEmpty() ? "another thread" : owner) + " of this JVM", END_JVM);
    }

    /** Something in this JVM that does not know {@link OneOfTheJvm}: another version of the plugin. */
    static LockHolder plugin() {
        return new LockHolder("another plugin of this JVM", END_JVM);
    }

    /**
     * Whoever is outside of this JVM.
     *
     * @param signature the pid of whoever locked the file last: of the holder, unless that is about to write its own; and
     *     perhaps of another machine or container, where it may be our own
     */
    static LockHolder process(String signature) {
        return isAnotherProcess(signature)
                ? new LockHolder("process " + signature, "end it, or set another <cacheDirectory>")
                : new LockHolder("another process", "wait until it ends, or set another <cacheDirectory>");
    }

    private static boolean isAnotherProcess(String signature) {
        try {
            long pid = Long.parseLong(signature);
            return pid != ProcessHandle.current().pid() && ProcessHandle.of(pid).isPresent();
        } catch (NumberFormatException e) {
            return false; // not signed yet
        }
    }

    /** For the beginning of a sentence: {@code Process 4711}. */
    String capitalised() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
