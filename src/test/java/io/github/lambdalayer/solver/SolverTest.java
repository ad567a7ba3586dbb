package io.github.lambdalayer.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SolverTest {

    private static Map<String, Integer> solved(World world) {
        Outcome<String, Integer> outcome = Solver.solve(world);
        assertThat(outcome).isInstanceOf(Outcome.Solved.class);
        return ((Outcome.Solved<String, Integer>) outcome).versions();
    }

    private static void hasNone(World world) {
        assertThat(Solver.solve(world)).isInstanceOf(Outcome.Unsolvable.class);
    }

    @Test
    void nothingIsRequired() {
        assertThat(solved(new World())).isEmpty();
    }

    @Test
    void theHighestVersionIsTakenAndWhatItNeeds() {
        World world = new World()
                .root("a")
                .release("a", 1)
                .release("a", 2, "b<3")
                .release("b", 1)
                .release("b", 2)
                .release("b", 3);
        assertThat(solved(world)).containsExactly(entry("a", 2), entry("b", 2));
    }

    @Test
    void theUniverseChoosesWhatIsTriedFirst() {
        World world = new World().lowestFirst().root("a").release("a", 1).release("a", 2);
        assertThat(solved(world)).containsExactly(entry("a", 1));
    }

    @Test
    void anOlderVersionIsTakenWhereTheNewestCannotBe() {
        World world = new World()
                .root("a", "b")
                .release("a", 1)
                .release("a", 2, "c==2")
                .release("b", 1, "c==1")
                .release("c", 1)
                .release("c", 2);
        assertThat(solved(world)).containsOnly(entry("a", 1), entry("b", 1), entry("c", 1));
    }

    @Test
    void unusableVersionsAreNeitherTakenNorAskedAbout() {
        World world = new World().root("a").release("a", 1).unusable("a", 2).unusable("a", 3);
        assertThat(solved(world)).containsExactly(entry("a", 1));
        assertThat(world.asked()).containsExactly("a1");
    }

    @Test
    void aVersionThatTurnsOutBadIsLeftForTheNext() {
        World world = new World().root("a").release("a", 1).turnsOutBad("a", 2);
        assertThat(solved(world)).containsExactly(entry("a", 1));
    }

    @Test
    void aVersionThatNeedsWhatDoesNotExistIsLeftForTheNext() {
        World world = new World().root("a").release("a", 1).release("a", 2, "missing");
        assertThat(solved(world)).containsExactly(entry("a", 1));
    }

    @Test
    void packagesMayNeedEachOtherAndThemselves() {
        World world = new World().root("a").release("a", 1, "b", "a").release("b", 1, "a==1");
        assertThat(solved(world)).containsOnly(entry("a", 1), entry("b", 1));
    }

    @Test
    void aVersionThatNeedsAnotherOfItselfIsOfNoUse() {
        World world = new World().root("a").release("a", 1).release("a", 2, "a==1");
        assertThat(solved(world)).containsExactly(entry("a", 1));
    }

    @Test
    void aFeatureBringsItsOwnNeedsAndNoVersionOfItsOwn() {
        World world = new World()
                .root("a[x]", "c")
                .release("a", 1)
                .feature("a", 1, "x", "b==1")
                .feature("a", 1, "unwanted", "missing")
                .release("b", 1)
                .release("b", 2)
                .release("c", 1, "b");
        Outcome<String, Integer> outcome = Solver.solve(world);
        assertThat(outcome).isEqualTo(new Outcome.Solved<>(Map.of("a", 1, "b", 1, "c", 1), Map.of("a", List.of("x"))));
    }

    @Test
    void aFeatureMayWantOthersOfTheSamePackage() {
        World world = new World()
                .root("a[all]")
                .release("a", 1)
                .feature("a", 1, "all", "a[x,y]")
                .feature("a", 1, "x", "b")
                .feature("a", 1, "y", "c")
                .release("b", 1)
                .release("c", 1);
        assertThat(solved(world)).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void aFeatureThatIsWantedLaterNarrowsThePackageToo() {
        World world = new World().root("a", "z");
        for (int i = 1; i <= 9; i++) {
            world.release("a", i).feature("a", i, "x", "b==" + i);
        }
        world.release("b", 3).release("z", 1, "a[x]");
        assertThat(solved(world)).containsOnly(entry("a", 3), entry("b", 3), entry("z", 1));
    }

    @Test
    void aFeatureThatIsNowhereAddsNothing() {
        assertThat(solved(new World().root("a[none]").release("a", 1))).containsExactly(entry("a", 1));
    }

    @Test
    void thereIsNoneWhenRequirementsExcludeEachOther() {
        hasNone(new World().root("a==1", "a==2").release("a", 1).release("a", 2));
        hasNone(new World()
                .root("a", "b==1")
                .release("a", 1, "b==2")
                .release("b", 1)
                .release("b", 2));
        hasNone(new World().root("missing"));
        hasNone(new World().root("a").unusable("a", 1));
    }

    @Test
    void theSameDependencyOfManyVersionsIsOneConflict() {
        World world = new World().root("a", "b");
        for (int i = 1; i <= 100; i++) {
            world.release("a", i, "c<" + (i < 50 ? 2 : 1000));
        }
        world.release("b", 1, "c==500").release("c", 1).release("c", 500);
        assertThat(solved(world)).contains(entry("a", 100));
        assertThat(solved(new World()
                        .root("a", "b")
                        .release("a", 1)
                        .release("a", 2, "b<2")
                        .release("a", 3, "b<2")
                        .release("b", 2)))
                .containsOnly(entry("a", 1), entry("b", 2));
    }

    /** The older packages pin an old version of the one that is seen first; its newest is tried against all of them. */
    @Test
    void aPackageThatKeepsCausingConflictsIsDecidedEarlier() {
        World world = new World().root("urllib", "boto");
        for (int i = 1; i <= 200; i++) {
            world.release("boto", i, "core==" + i).release("core", i, "urllib<2");
        }
        world.release("boto", 201, "urllib<2");
        world.release("urllib", 1).release("urllib", 2);
        assertThat(solved(world)).contains(entry("urllib", 1), entry("boto", 201));
        assertThat(world.asked()).hasSizeLessThan(50);
    }
}
