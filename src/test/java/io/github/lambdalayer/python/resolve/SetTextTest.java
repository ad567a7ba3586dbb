package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.solver.VersionSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetTextTest {

    private static final PackageName NAME = PackageName.of("a");

    /** Releases 1 to 9, of which 4 and 5 cannot be used. */
    private final Listing listing = listing();

    private final SetText setText = new SetText();

    private static Listing listing() {
        MemoryIndex index = new MemoryIndex();
        index.releases("a", List.of("1", "2", "3"));
        index.release("a", "4").onlySource();
        index.release("a", "5").onlySource();
        index.releases("a", List.of("6", "7", "8", "9"));
        PythonTarget target = PythonTarget.linux("3.13.0", "x86_64", 34);
        Rules rules = new Rules(ResolveRequest.of(List.of(), target));
        return Listing.of(NAME, index.page(NAME), new WheelChoice(rules, new TagRanks(target.tags())));
    }

    private String text(Integer... versions) {
        Set<Integer> wanted = Set.of(versions);
        return setText.of(listing, VersionSet.of(9, i -> wanted.contains(i + 1)));
    }

    @Test
    void rangesAreWrittenAsShortAsTheyCanBe() {
        assertThat(text(1, 2, 3, 4, 5, 6, 7, 8, 9)).isEqualTo("a");
        assertThat(text(3)).isEqualTo("a==3");
        assertThat(text(1, 2)).isEqualTo("a<3");
        assertThat(text(8, 9)).isEqualTo("a>=8");
        assertThat(text(2, 3)).isEqualTo("a>=2,<6");
        assertThat(text(1, 3)).isEqualTo("a==1 or a==3");
        assertThat(text(1, 2, 7, 8, 9)).isEqualTo("a<3 or a>=7");
    }

    @Test
    void aRangeSpansWhatCannotBeUsed() {
        assertThat(text(2, 3, 6)).isEqualTo("a>=2,<7");
        assertThat(text(3, 4)).isEqualTo("a==3");
        assertThat(text(1, 2, 3, 6, 7, 8, 9)).isEqualTo("a");
    }

    @Test
    void whatCannotBeUsedIsNamedExactly() {
        assertThat(text(4, 5)).isEqualTo("a>=4,<6");
        assertThat(text(5)).isEqualTo("a==5");
    }

    @Test
    void manyRangesAreNotListed() {
        assertThat(text(1, 3, 7, 9)).isEqualTo("part of a");
        assertThat(text(2, 6, 8)).isEqualTo("a==2 or a==6 or a==8");
    }

    @Test
    void whatSomebodyWroteIsKept() {
        setText.remember(NAME, VersionSet.of(9, i -> i < 2), Specifiers.parse("~=1.0,!=3"));
        setText.remember(NAME, VersionSet.of(9, i -> i < 2), Specifiers.parse("<3"));
        assertThat(text(1, 2)).isEqualTo("a~=1.0,!=3");
    }

    @Test
    void aRequirementIsWrittenWithoutItsMarkerAndWhatIsSecretInItsAddress() {
        assertThat(SetText.written(Requirement.parse("A_b[y,X]>=2 ; python_version > '3'")))
                .isEqualTo("a-b[x,y]>=2");
        assertThat(SetText.written(
                        Requirement.parse("a @ https://u:p@example.org/a-1-py3-none-any.whl?token=1#sha256=2")))
                .isEqualTo("a @ https://***@example.org/a-1-py3-none-any.whl");
    }
}
