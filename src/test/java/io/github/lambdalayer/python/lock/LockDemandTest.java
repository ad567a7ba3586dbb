package io.github.lambdalayer.python.lock;

import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_ARM;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_X86;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockDemandTest {

    private static final Pylock LOCK = Locks.small();

    @Test
    void lockThatHoldsEverythingIsGood() {
        assertThat(unmet(List.of("python-dateutil>=2", "Six==1.17"), List.of("six<2", "numpy<2"), List.of()))
                .isEmpty();
    }

    @Test
    void requirementThatIsNotThereIsNamed() {
        assertThat(unmet(List.of("pandas==2.2.3", "six"), List.of(), List.of()))
                .containsExactly("requirement pandas==2.2.3 is not in it");
    }

    @Test
    void versionThatDoesNotFitIsNamed() {
        assertThat(unmet(List.of("six>=2"), List.of("python-dateutil<2.9"), List.of()))
                .containsExactly(
                        "requirement six>=2 is not met by the locked six 1.17.0",
                        "constraint python-dateutil<2.9 is not met by the locked python-dateutil 2.9.0");
    }

    @Test
    void requirementForOtherEnvironmentsDoesNotCount() {
        assertThat(unmet(List.of("colorama; sys_platform == 'win32'"), List.of(), List.of()))
                .isEmpty();
    }

    @Test
    void overrideCountsInsteadOfTheRequirement() {
        assertThat(unmet(List.of("six>=2"), List.of(), List.of("six<2"))).isEmpty();
        assertThat(unmet(List.of("six"), List.of(), List.of("six>=2")))
                .containsExactly("override six>=2 is not met by the locked six 1.17.0");
    }

    @Test
    void requirementThatIsLeftOutDoesNotCount() {
        LockChoice choice = LockChoice.of(PYTHON_312_X86).leavingOut(List.of(PackageName.of("boto3")));
        assertThat(new LockDemand(requirements(List.of("boto3")), List.of(), List.of(), choice).unmetBy(LOCK))
                .isEmpty();
    }

    @Test
    void requirementWithAnAddressIsMetByThatFileOnly() {
        String six = "six @ https://files.example/" + Locks.SIX;
        assertThat(unmet(List.of(six + "#sha256=" + "b".repeat(64)), List.of(), List.of()))
                .isEmpty();
        assertThat(unmet(List.of("six @ https://files.example/other/" + Locks.SIX), List.of(), List.of()))
                .containsExactly("requirement six @ https://files.example/other/" + Locks.SIX
                        + " is not met by the locked six 1.17.0");
    }

    @Test
    void lockForAnotherTargetIsRefused() {
        assertThatThrownBy(() ->
                        new LockDemand(List.of(), List.of(), List.of(), LockChoice.of(PYTHON_312_ARM)).unmetBy(LOCK))
                .hasMessageStartingWith("None of the environments of pylock.toml is python3.12 on arm64");
    }

    private static List<String> unmet(List<String> required, List<String> constraints, List<String> overrides) {
        return new LockDemand(
                        requirements(required),
                        requirements(constraints),
                        requirements(overrides),
                        LockChoice.of(PYTHON_312_X86))
                .unmetBy(LOCK);
    }

    private static List<Requirement> requirements(List<String> texts) {
        return texts.stream().map(Requirement::parse).toList();
    }
}
