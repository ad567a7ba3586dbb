package io.github.lambdalayer.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand versions of each package, nearly all in conflict: each is looked at once, and that is all. */
class SolverSpeedTest {

    private static final int VERSIONS = 10_000;

    /** Each version of a needs the same version of b; the user asks for one version of b, or for one that no a needs. */
    private record Ladder(int wanted, AtomicInteger decisions) implements Universe<String, Integer>, Wording<String> {

        private static final List<Integer> ALL =
                IntStream.range(0, VERSIONS).boxed().toList();

        Ladder(int wanted) {
            this(wanted, new AtomicInteger());
        }

        private Dependency<String> on(String name, VersionSet allowed, String text) {
            return new Dependency<>(name, List.of(), allowed, allowed.count() == 1, text);
        }

        @Override
        public List<Root<String>> roots() {
            return List.of(
                    new Root<>("your pom", on("a", VersionSet.all(VERSIONS), "a")),
                    new Root<>("your pom", on("b", VersionSet.only(VERSIONS, wanted), "b==" + wanted)));
        }

        @Override
        public Candidates<Integer> candidates(String subject) {
            return new Candidates<>(ALL, VersionSet.all(VERSIONS));
        }

        @Override
        public int choose(String subject, VersionSet allowed) {
            decisions.incrementAndGet();
            return allowed.highest();
        }

        @Override
        public Needs<String> needs(String subject, Integer version) {
            int other = Math.max(1, version);
            return new Needs.These<>(
                    subject.equals("a")
                            ? List.of(on("b", VersionSet.only(VERSIONS, other), "b==" + other))
                            : List.of());
        }

        @Override
        public List<Dependency<String>> needs(String subject, Integer version, String feature) {
            return List.of();
        }

        @Override
        public String name(String subject) {
            return subject;
        }

        @Override
        public String text(String subject, VersionSet versions) {
            return versions.isFull() ? subject : subject + ">=" + versions.lowest() + ",<=" + versions.highest();
        }

        @Override
        public String whyUnusable(String subject, VersionSet versions) {
            return "";
        }

        @Override
        public String whyNone(Dependency<String> dependency) {
            return "";
        }
    }

    @Test
    void theLastOfManyIsFound() {
        Ladder ladder = new Ladder(1);
        assertThat(Solver.solve(ladder)).isInstanceOf(Outcome.Solved.class);
        assertThat(ladder.decisions()).hasValueLessThan(VERSIONS + 10);
    }

    @Test
    void thatNoneWillDoIsProvedAndToldInTwoSentences() {
        Ladder ladder = new Ladder(0);
        Outcome<String, Integer> outcome = Solver.solve(ladder);
        assertThat(Explanation.of(((Outcome.Unsolvable<String, Integer>) outcome).proof(), ladder)
                        .sentences())
                .containsExactly(
                        "Because every release of a depends on b>=1,<=9999 and your pom requires a,"
                                + " b>=1,<=9999 is required.",
                        "And because your pom requires b==0, the requirements cannot be satisfied.");
        assertThat(ladder.decisions()).hasValueLessThan(VERSIONS + 10);
    }
}
