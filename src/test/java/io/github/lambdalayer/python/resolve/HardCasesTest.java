package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What makes a search long: cycles, depth, many releases, and conflicts that nothing is learned from. */
class HardCasesTest extends Failing {

    private List<String> chosen(String... requirements) {
        return new Resolver(index)
                .resolve(asking(requirements)).packages().stream()
                        .map(ResolvedPackage::toString)
                        .toList();
    }

    @Test
    void packagesThatNeedEachOther() {
        index.release("a", "1").requires("b");
        index.release("b", "1").requires("c>=1");
        index.release("c", "1").requires("a<2");
        assertThat(chosen("a")).containsExactly("a==1", "b==1", "c==1");
    }

    @Test
    void aChainOfFiveThousandPackages() {
        int depth = 5_000;
        for (int i = 0; i < depth; i++) {
            index.release("p" + i, "1").requires("p" + (i + 1) + ">=1");
        }
        index.release("p" + depth, "1");
        assertThat(chosen("p0")).hasSize(depth + 1);
    }

    @Test
    void theEndOfAChainOfAThousandPackagesIsMissing() {
        int depth = 1_000;
        for (int i = 0; i < depth; i++) {
            index.release("p" + i, "1").requires("p" + (i + 1) + ">=1");
        }
        assertThat(failure(asking("p0")).sentence()).startsWith("There is no p" + depth + " on ");
    }

    @Test
    void nineThousandReleasesOfWhichTheLowestWillDo() {
        index.releases(
                "a", IntStream.range(1, 9_001).mapToObj(Integer::toString).toList(), "b");
        index.release("b", "1").requires("a<2");
        assertThat(chosen("a")).containsExactly("a==1", "b==1");
    }

    /** What many releases of one package pin is chosen after that package, else an ancient release of it would be the answer. */
    @Test
    void anAncientReleaseIsNotTakenForTheSakeOfWhatTheOthersPin() {
        index.releases("server", List.of("1", "2", "3"));
        index.release("client", "1").requires("legacy");
        index.release("legacy", "1");
        IntStream.range(10, 20)
                .forEach(minor -> index.release("client", "2." + minor).requires("server==2"));
        assertThat(chosen("server", "client")).containsExactly("client==2.19", "server==2");
    }

    /** The same where a package in between hides the pins. */
    @Test
    void anAncientReleaseIsNotTakenWhereThePinsAreOneStepAway() {
        index.releases("a", List.of("1.0.0", "2.0.0"));
        index.release("b", "1.0.0").requires("b-inner");
        index.release("b-inner", "1.0.0").requires("too-old");
        index.release("too-old", "1.0.0");
        IntStream.range(0, 10)
                .forEach(patch -> index.release("b-inner", "2.0." + patch).requires("a==1.0.0"));
        assertThat(chosen("a", "b")).containsExactly("a==1.0.0", "b==1.0.0", "b-inner==2.0.9");
    }

    /** Six guests for five rooms, one in each: no step of such a proof says anything about the next. */
    private String[] tooManyGuests() {
        int rooms = 5;
        List<String> guests = new ArrayList<>();
        for (int guest = 0; guest <= rooms; guest++) {
            guests.add("guest" + guest);
            for (int room = 1; room <= rooms; room++) {
                index.release("guest" + guest, String.valueOf(room)).requires("room" + room + "==" + (guest + 1));
            }
        }
        for (int room = 1; room <= rooms; room++) {
            index.releases(
                    "room" + room,
                    IntStream.rangeClosed(1, rooms + 1)
                            .mapToObj(Integer::toString)
                            .toList());
        }
        return guests.toArray(String[]::new);
    }

    @Test
    void whatCannotBeDecidedInReasonableTimeSaysWhereItIsStuck() {
        ResolveRequest request = asking(tooManyGuests());
        LayerException failure =
                catchThrowableOfType(LayerException.class, () -> new Resolver(index, List.of(), 20).resolve(request));
        assertThat(failure.block()).isEqualTo("""
                        Resolving was given up after 20 attempts; most conflicts were about guest4, room5, guest3.
                        hint: require a recent guest4, for example guest4==5: either it works then, or the reason is told
                        see problems.html#too-many-attempts""");
    }

    @Test
    void whatIsHardIsExplainedAllTheSame() {
        assertThat(failure(asking(tooManyGuests())).code()).isEqualTo(ResolveProblem.NO_SOLUTION);
    }
}
