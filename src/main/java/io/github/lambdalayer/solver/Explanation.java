package io.github.lambdalayer.solver;

import java.util.List;

/**
 * Why there is no solution, for people.
 *
 * <pre>
 * Because every release of a depends on b==2 and your pom requires b==1, no release of a can be used.
 * And because your pom requires a, the requirements cannot be satisfied.
 * </pre>
 *
 * @param facts what it rests on, as few as possible; for a caller that has better words for a simple case
 * @param sentences the derivation; a step that is used more than once is numbered: {@code (1)}
 */
public record Explanation<P>(List<Cause<P>> facts, List<String> sentences) {

    /** Longer derivations help nobody: the facts are listed instead. */
    private static final int MOST_SENTENCES = 12;

    public Explanation {
        facts = List.copyOf(facts);
        sentences = List.copyOf(sentences);
    }

    /** Explains a proof in the words of {@code wording}. */
    public static <P> Explanation<P> of(Incompatibility<P> proof, Wording<P> wording) {
        Core<P> core = Core.of(proof);
        List<String> sentences = new Narration<>(core.proof(), wording).sentences();
        return new Explanation<>(
                core.facts(),
                sentences.size() <= MOST_SENTENCES ? sentences : Narration.listing(core.facts(), wording));
    }
}
