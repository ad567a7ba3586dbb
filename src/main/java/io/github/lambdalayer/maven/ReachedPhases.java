package io.github.lambdalayer.maven;

import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;

/**
 * The phases that a build comes to: {@code mvn package} comes to {@code compile} and not to {@code deploy}.
 *
 * @param lifecycles the phases of the lifecycle that a phase belongs to, in order
 * @param asked what was asked for: phases, and goals, which count for none
 */
record ReachedPhases(Map<String, List<String>> lifecycles, List<String> asked) {

    static ReachedPhases of(MavenSession session, Map<String, List<String>> lifecycles) {
        List<String> goals = session.getGoals();
        String usual = session.getTopLevelProject().getDefaultGoal();
        return new ReachedPhases(
                lifecycles,
                goals.isEmpty() && usual != null ? List.of(usual.trim().split("\\s+")) : goals);
    }

    /** How often it comes to a phase: {@code mvn package deploy} twice to {@code compile}; to an unknown one once. */
    int passes(String phase) {
        List<String> phases = lifecycles.getOrDefault(phase, List.of());
        if (phases.isEmpty()) {
            return 1;
        }
        return (int) asked.stream()
                .filter(each -> phases.indexOf(each) >= phases.indexOf(phase))
                .count();
    }
}
