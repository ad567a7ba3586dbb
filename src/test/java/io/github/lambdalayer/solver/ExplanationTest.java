package io.github.lambdalayer.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static List<String> why(World world) {
        return explanation(world).sentences();
    }

    private static Explanation<String> explanation(World world) {
        Outcome<String, Integer> outcome = Solver.solve(world);
        assertThat(outcome).isInstanceOf(Outcome.Unsolvable.class);
        return Explanation.of(((Outcome.Unsolvable<String, Integer>) outcome).proof(), world);
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThat(why(new World().root("a", "missing").release("a", 1)))
                .containsExactly("Because your pom requires missing, but there is no missing,"
                        + " the requirements cannot be satisfied.");
    }

    @Test
    void whatNoVersionSatisfiesIsNamed() {
        assertThat(why(new World().root("a>=9").release("a", 1)))
                .containsExactly(
                        "Because your pom requires a>=9, but the newest a is 1, the requirements cannot be satisfied.");
    }

    @Test
    void twoRequirementsThatExcludeEachOther() {
        assertThat(why(new World().root("a==1", "a==2").release("a", 1).release("a", 2)))
                .containsExactly("Because your pom requires a==1 and a==2," + " the requirements cannot be satisfied.");
    }

    @Test
    void aDependencyThatExcludesARequirement() {
        World world = new World()
                .root("a", "b==1")
                .release("a", 1, "b==2")
                .release("a", 2, "b==2")
                .release("b", 1)
                .release("b", 2);
        assertThat(why(world))
                .containsExactly(
                        "Because every release of a depends on b==2 and your pom requires a, b==2 is required.",
                        "And because your pom requires b==1, the requirements cannot be satisfied.");
    }

    @Test
    void unusableVersionsAreNamedOnlyAsFarAsTheyMatter() {
        World world = new World().root("a>=2,<4", "c");
        world.release("a", 1).unusable("a", 2).unusable("a", 3).unusable("a", 4).release("c", 1);
        assertThat(why(world))
                .containsExactly("Because a>=2,<=3 has no wheel and your pom requires a>=2,<4,"
                        + " the requirements cannot be satisfied.");
    }

    @Test
    void aFeatureIsNamedWithItsPackage() {
        World world = new World()
                .root("a[x]", "b==2")
                .release("a", 1)
                .feature("a", 1, "x", "b==1")
                .release("b", 1)
                .release("b", 2);
        assertThat(why(world))
                .containsExactly(
                        "Because a[x]==1 depends on b==1 and your pom requires a[x], b==1 is required.",
                        "And because your pom requires b==2, the requirements cannot be satisfied.");
    }

    @Test
    void aStepThatIsTakenUpLaterIsNumbered() {
        World world = new World()
                .root("foo")
                .release("foo", 1, "a<2", "b<2")
                .release("foo", 2, "x<2", "y<2")
                .release("a", 1, "b>=2")
                .release("b", 1)
                .release("b", 2)
                .release("x", 1, "y>=2")
                .release("y", 1)
                .release("y", 2);
        assertThat(why(world))
                .containsExactly(
                        "Because a==1 depends on b>=2 and foo==1 depends on b<2, a==1 and foo==1 cannot be used together.",
                        "And because foo==1 depends on a<2, foo==1 cannot be used. (1)",
                        "Because x==1 depends on y>=2 and foo==2 depends on x<2, foo==2 needs y==2.",
                        "And because foo==2 depends on y<2, foo==2 cannot be used.",
                        "And because (1), no release of foo can be used.",
                        "And because your pom requires foo, the requirements cannot be satisfied.");
    }

    /** A thousand versions that each need another one of what cannot be had are told in two sentences. */
    @Test
    void manyVersionsAreToldTogether() {
        World world = new World().root("a", "b==0");
        for (int i = 1; i <= 1000; i++) {
            world.release("a", i, "b==" + i).release("b", i);
        }
        world.release("b", 0);
        assertThat(why(world))
                .containsExactly(
                        "Because every release of a depends on b>=1 and your pom requires a, b>=1 is required.",
                        "And because your pom requires b==0, the requirements cannot be satisfied.");
    }

    @Test
    void whatDoesNotMatterIsLeftOut() {
        World world = new World()
                .root("z", "a", "w", "b==1")
                .release("a", 1, "z", "b==2", "w")
                .release("b", 1)
                .release("b", 2)
                .release("w", 1, "z")
                .release("z", 1);
        Explanation<String> explanation = explanation(world);
        assertThat(explanation.facts()).hasSize(3);
        assertThat(explanation.sentences().toString()).doesNotContain(" w", " z");
    }

    /** Where each of many packages excludes the next, nobody would follow the steps. */
    @Test
    void aLongDerivationBecomesAList() {
        World world = new World().root("p1");
        for (int i = 1; i <= 30; i++) {
            world.release("p" + i, 1, "p" + (i + 1)).release("p" + i, 2, "p" + (i + 1));
        }
        world.release("p31", 1, "p1==3").release("p31", 2, "p1==3").release("p1", 3, "p31==9");
        List<String> sentences = why(world);
        assertThat(sentences).hasSizeLessThan(23);
        assertThat(sentences.get(0)).isEqualTo("These exclude each other:");
    }
}
