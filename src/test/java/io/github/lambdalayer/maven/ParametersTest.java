package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final ParameterTree RUNTIMES = ParameterTree.list("runtimes", List.of("python3.12", "python3.13"));

    @Test
    void commandLineBeatsThePom() {
        Parameters parameters =
                Parameters.of(Map.of("lambda-layer.runtimes", "python3.9, python3.10"), pom(RUNTIMES), Map.of());
        assertThat(parameters.list("runtimes", Separator.COMMA))
                .containsExactly(
                        new Given("python3.9", "-Dlambda-layer.runtimes"),
                        new Given("python3.10", "-Dlambda-layer.runtimes"));
    }

    @Test
    void elementsOfAListKnowTheirPlace() {
        assertThat(Parameters.of(Map.of(), pom(RUNTIMES), Map.of()).list("runtimes", Separator.COMMA))
                .containsExactly(new Given("python3.12", "<runtime> 1"), new Given("python3.13", "<runtime> 2"));
    }

    @Test
    void listAsOneTextIsCut() {
        ParameterTree text =
                ParameterTree.text("requirements", "\n  numpy>=2,<3 ; python_version > '3'\n  six | pytz\n");
        assertThat(Parameters.of(Map.of(), pom(text), Map.of()).list("requirements", Separator.LINE_OR_BAR))
                .extracting(Given::text)
                .containsExactly("numpy>=2,<3 ; python_version > '3'", "six", "pytz");
    }

    @Test
    void layerBeatsWhatStandsOutsideAndInheritsTheRest() {
        Parameters outside = Parameters.of(Map.of(), pom(RUNTIMES, ParameterTree.text("layerName", "all")), Map.of());
        Parameters layer = outside.of(new ParameterTree("layer", "", List.of(ParameterTree.text("layerName", "data"))));
        assertThat(layer.text("layerName")).contains(new Given("data", "<layerName>"));
        assertThat(layer.list("runtimes", Separator.COMMA)).hasSize(2);
    }

    @Test
    void propertyOfThePomIsTheLastResort() {
        Map<String, String> properties = Map.of("lambda-layer.runtimes", "python3.8", "lambda-layer.profile", "dev");
        Parameters parameters = Parameters.of(Map.of(), pom(RUNTIMES), properties);
        assertThat(parameters.list("runtimes", Separator.COMMA)).hasSize(2);
        assertThat(parameters.text("profile")).contains(new Given("dev", "property lambda-layer.profile"));
    }

    @Test
    void emptyTextIsGivenButNotNonEmpty() {
        Parameters parameters = Parameters.of(Map.of(), pom(ParameterTree.text("indexUrl", "")), Map.of());
        assertThat(parameters.text("indexUrl")).contains(new Given("", "<indexUrl>"));
        assertThat(parameters.nonEmpty("indexUrl")).isEmpty();
    }

    private static Map<String, ParameterTree> pom(ParameterTree... trees) {
        return Stream.of(trees).collect(Collectors.toMap(ParameterTree::name, t -> t));
    }
}
