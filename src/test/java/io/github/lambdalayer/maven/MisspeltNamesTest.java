package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MisspeltNamesTest {

    private static final Set<String> KNOWN_STRUCTURES = Set.of("indexes", "permissions", "layers");

    private static final Set<String> KNOWN = Set.of("requirements", "runtimes", "layers", "layerName");

    private static final Set<String> SKIPS = Set.of("publish.skip", "package.skip");

    @Test
    void nearestNameIsOffered() {
        assertThat(MisspeltNames.warnings(KNOWN, SKIPS, configuration("requirments", "runtimes"), List.of()))
                .containsExactly(
                        "<requirments> is not a parameter of this plugin; it is ignored. Did you mean <requirements>?");
    }

    @Test
    void nameThatIsLikeNoneIsWarnedOfToo() {
        assertThat(MisspeltNames.warnings(KNOWN, SKIPS, configuration("dockerImage"), List.of()))
                .containsExactly("<dockerImage> is not a parameter of this plugin; it is ignored.");
    }

    @Test
    void parametersOfLayersAreLookedAt() {
        ParameterTree layer = configuration("layerNam");
        ParameterTree pom =
                new ParameterTree("configuration", "", List.of(new ParameterTree("layers", "", List.of(layer))));
        assertThat(MisspeltNames.warnings(KNOWN, SKIPS, pom, List.of()))
                .containsExactly(
                        "<layerNam> is not a parameter of this plugin; it is ignored. Did you mean <layerName>?");
    }

    @Test
    void partsOfStructuredParametersAreLookedAt() {
        ParameterTree indexes = new ParameterTree(
                "indexes",
                "",
                List.of(new ParameterTree(
                        "index", "", configuration("id", "url", "explict").children())));
        ParameterTree permissions = new ParameterTree(
                "permissions",
                "",
                List.of(new ParameterTree(
                        "permission", "", configuration("organisation").children())));
        ParameterTree layer = new ParameterTree("layer", "", List.of(permissions));
        ParameterTree pom = new ParameterTree(
                "configuration", "", List.of(indexes, new ParameterTree("layers", "", List.of(layer))));
        assertThat(MisspeltNames.warnings(KNOWN_STRUCTURES, SKIPS, pom, List.of()))
                .containsExactly(
                        "<explict> in <index> is not a parameter of this plugin; it is ignored. Did you mean <explicit>?",
                        "<organisation> in <permission> is not a parameter of this plugin; it is ignored."
                                + " Did you mean <organization>?");
    }

    @Test
    void passwordOfAnIndexIsRefused() {
        ParameterTree indexes = new ParameterTree(
                "indexes",
                "",
                List.of(new ParameterTree(
                        "index", "", configuration("id", "password").children())));
        ParameterTree pom = new ParameterTree("configuration", "", List.of(indexes));
        assertThatThrownBy(() -> MisspeltNames.warnings(KNOWN_STRUCTURES, SKIPS, pom, List.of()))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.sentence())
                                .isEqualTo(
                                        "<password> in <index> is no parameter: mvn -X prints what stands in a pom or"
                                                + " on the command line."));
    }

    @Test
    void propertiesOfTheCommandLineAreLookedAt() {
        assertThat(MisspeltNames.warnings(
                        KNOWN,
                        SKIPS,
                        configuration(),
                        List.of("lambda-layer.runtime", "lambda-layer.publish.skip", "other.runtime")))
                .containsExactly("-Dlambda-layer.runtime is not a parameter of this plugin; it is ignored."
                        + " Did you mean -Dlambda-layer.runtimes?");
    }

    @Test
    void goalThatIsLeftOutMustBeOne() {
        assertThat(MisspeltNames.warnings(
                        KNOWN,
                        SKIPS,
                        configuration(),
                        List.of("lambda-layer.pubish.skip", "lambda-layer.package.skip")))
                .containsExactly("-Dlambda-layer.pubish.skip is not a parameter of this plugin; it is ignored."
                        + " Did you mean -Dlambda-layer.publish.skip?");
    }

    @Test
    void passwordIsRefused() {
        assertThatThrownBy(
                        () -> MisspeltNames.warnings(KNOWN, SKIPS, configuration(), List.of("lambda-layer.password")))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(
                                        "-Dlambda-layer.password is no parameter: mvn -X prints what stands in a pom or on"
                                                + " the command line.\nhint: put the password into a <server> of settings.xml and name"
                                                + " its id in <indexServerId>, or in the <id> of an <index>\n"
                                                + "see problems.html#secret-in-pom"));
    }

    private static ParameterTree configuration(String... names) {
        return new ParameterTree(
                "configuration",
                "",
                Stream.of(names).map(name -> ParameterTree.text(name, "x")).toList());
    }
}
