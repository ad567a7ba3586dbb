package io.github.lambdalayer.python.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.testing.Case;
import io.github.lambdalayer.testing.Conformance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Specifiers, against the tables of the Python library packaging. */
class SpecifierConformanceTest {

    private static Conformance table() {
        return Conformance.packaging("specifiers.json");
    }

    @Test
    void oneVersionIsAcceptedOrNot() {
        table().forEach("contains", c -> {
            List<String> one = List.of(c.text("version"));
            assertThat(filtered(one, c).equals(one)).isEqualTo(c.flag("expected"));
        });
    }

    @Test
    void acceptsAgreesWhereEveryVersionMayBeTaken() {
        table().forEach(
                        "contains",
                        c -> Version.tryParse(c.text("version"))
                                .filter(v -> preReleases(c) != PreReleases.DISALLOW)
                                .ifPresent(v -> assertThat(
                                                Specifiers.parse(c.text("spec")).accepts(v))
                                        .isEqualTo(c.flag("expected"))));
    }

    @Test
    void filters() {
        table().forEach("filter", c -> assertThat(filtered(c.texts("input"), c)).isEqualTo(c.texts("expected")));
    }

    /** What is accepted, and of pre-releases what the table allows, as the resolver does it among the releases of a page. */
    private static List<String> filtered(List<String> candidates, Case c) {
        Specifiers specifiers = Specifiers.parse(c.text("spec"));
        List<String> all = candidates.stream().filter(specifiers::acceptsText).toList();
        List<String> stable = all.stream()
                .filter(text ->
                        Version.tryParse(text).filter(Version::isPreRelease).isEmpty())
                .toList();
        boolean onlyStable = preReleases(c) == PreReleases.DISALLOW
                || (preReleases(c) == PreReleases.IF_NECESSARY && !stable.isEmpty());
        return onlyStable ? stable : all;
    }

    private static PreReleases preReleases(Case c) {
        return c.optionalFlag("prereleases")
                .map(allowed -> allowed ? PreReleases.ALLOW : PreReleases.DISALLOW)
                .orElse(PreReleases.IF_NECESSARY);
    }

    @Test
    void whatIsASpecifier() {
        table().forEach(
                        "valid",
                        c -> assertThat(Specifier.parse(c.text("text"))).isNotNull());
    }

    @Test
    void whatIsNone() {
        table().forEach(
                        "invalid",
                        c -> assertThatThrownBy(() -> Specifier.parse(c.text("text")))
                                .isInstanceOf(LayerException.class));
    }

    @Test
    void normalForms() {
        table().forEach(
                        "normal_forms",
                        c -> assertThat(Specifiers.parse(c.text("spec"))).hasToString(c.text("normal")));
    }

    @Test
    void parts() {
        table().forEach("clauses", c -> {
            Specifier specifier = Specifier.parse(c.text("spec"));
            assertThat(specifier.operator().text()).isEqualTo(c.text("operator"));
            assertThat(specifier.version()).isEqualTo(c.text("version"));
        });
    }
}
