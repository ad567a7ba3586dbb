package io.github.lambdalayer.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts the work of a goal off until the last module of the build has come to it. A module that fails never comes, and
 * then nothing is done.
 */
final class AtEnd {

    /** What is done at the end: all is checked before the first is carried out. */
    interface Work {

        /** Finds out what would fail; changes nothing. */
        void check();

        /** Does it. */
        void carryOut();
    }

    private final Map<String, Object> shared;
    private final String key;
    private final int expected;

    /**
     * The end of a goal.
     *
     * @param shared what all modules of one build see
     * @param goal the goal's name
     * @param expected how often it runs in this build
     */
    AtEnd(Map<String, Object> shared, String goal, int expected) {
        this.shared = shared;
        this.key = "lambda-layer at end of " + goal;
        this.expected = expected;
    }

    /** One run of the goal is here, with what it has put off; the last one does it all. Returns whether it was the last. */
    boolean arrive(List<Work> work) {
        List<Work> all = new ArrayList<>();
        if (!isLast(work, all)) {
            return false;
        }
        all.forEach(Work::check);
        all.forEach(Work::carryOut);
        return true;
    }

    @SuppressWarnings("unchecked")
    private boolean isLast(List<Work> work, List<Work> all) {
        synchronized (shared) {
            List<List<Work>> arrived = (List<List<Work>>) shared.computeIfAbsent(key, k -> new ArrayList<List<Work>>());
            arrived.add(List.copyOf(work));
            arrived.forEach(all::addAll);
            return arrived.size() == expected;
        }
    }
}
