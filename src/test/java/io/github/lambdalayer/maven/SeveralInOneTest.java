package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeveralInOneTest {

    @TempDir
    Path basedir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            value = {
                "six,idna\tsix|idna",
                "six>=1,<2,idna==3.10, pytz\tsix>=1,<2|idna==3.10|pytz",
                "six;idna\tsix|idna",
                "six idna\tsix|idna"
            })
    void requirementsOnTheCommandLineAreDividedByBars(String given, String meant) {
        assertThat(hintsOf("requirements", given))
                .containsExactly("several are divided by |: -Dlambda-layer.requirements=\"" + meant + "\"");
    }

    @Test
    void constraintsTooAndOneTextInThePom() {
        assertThat(hintsOf("constraints", "six<2,idna<4"))
                .containsExactly("several are divided by |: -Dlambda-layer.constraints=\"six<2|idna<4\"");
        SpecReading pom = new SpecReading(basedir, new FakeArtifacts());
        pom.assertFails(
                """
                <requirements>: "six,idna" is not a requirement: expected a comparison such as == or >= after the name.

                  six,idna
                     ^

                hint: several are divided by |: six|idna
                see problems.html#bad-requirement""", ParameterTree.text("runtimes", "python3.13"), ParameterTree.text("requirements", "six,idna"));
    }

    @Test
    void whatIsNoRequirementInPartsIsToldAsItWas() {
        assertThat(hintsOf("requirements", "six,idna=1")).noneMatch(hint -> hint.contains("divided"));
        assertThat(hintsOf("requirements", "six; python_versoin < '3'")).noneMatch(hint -> hint.contains("divided"));
    }

    @Test
    void propertyThatNobodyDefinedIsNamed() {
        assertThat(hintsOf("requirements", "six==${six.version}"))
                .containsExactly(
                        "there is no property six.version: define it in <properties>, or with -Dsix.version=…");
    }

    private List<String> hintsOf(String parameter, String text) {
        Map<String, String> commandLine =
                Map.of("lambda-layer.runtimes", "python3.13", "lambda-layer." + parameter, text);
        Parameters parameters = Parameters.of(
                commandLine, Map.of("requirements", ParameterTree.list("requirements", List.of("six"))), Map.of());
        SpecReader reader = new SpecReader(
                SpecReading.surroundings(basedir, new Settings(), new FakeArtifacts(), Dependencies.ALL));
        LayerException[] thrown = new LayerException[1];
        assertThatThrownBy(() -> reader.read(parameters))
                .isInstanceOfSatisfying(LayerException.class, e -> thrown[0] = e);
        return thrown[0].hints();
    }
}
