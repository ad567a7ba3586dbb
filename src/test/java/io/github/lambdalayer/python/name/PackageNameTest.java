package io.github.lambdalayer.python.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageNameTest {

    @ParameterizedTest
    @CsvSource({
        "pandas, pandas",
        "Foo__Bar.baz, foo-bar-baz",
        "zope.interface, zope-interface",
        "a-_.-b, a-b",
        "A, a",
        "7zip, 7zip",
        "ruamel.yaml.clib, ruamel-yaml-clib"
    })
    void everySpellingHasOneNormalForm(String text, String normal) {
        assertThat(PackageName.of(text)).isEqualTo(new PackageName(normal)).hasToString(normal);
    }

    @Test
    void namesAreSortedByTheirNormalForm() {
        assertThat(PackageName.of("B")).isGreaterThan(PackageName.of("a"));
    }

    @Test
    void onlyTheNormalFormIsAValue() {
        assertThatThrownBy(() -> new PackageName("Foo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not normalised: Foo");
    }

    private static String block(String name) {
        return catchThrowableOfType(LayerException.class, () -> PackageName.of(name))
                .block();
    }

    @Test
    void aLetterThatOnlyLooksRightIsNamed() {
        assertThat(block("p\u0430ndas")).isEqualTo("""
                "p\u0430ndas" is not a package name: expected a letter, a digit, -, _ or a dot, \
                found U+0430 (CYRILLIC SMALL LETTER A).

                  p\u0430ndas
                   ^

                see problems.html#bad-name""");
    }

    @Test
    void whatIsNotAName() {
        assertThat(block("")).startsWith("\"\" is not a package name: expected a letter or a digit at the start.");
        assertThat(block("-a")).startsWith("\"-a\" is not a package name: expected a letter or a digit at the start.");
        assertThat(block("a.")).startsWith("\"a.\" is not a package name: expected a letter or a digit at the end.");
        assertThat(block("a b")).contains("expected a letter, a digit, -, _ or a dot.\n\n  a b\n   ^");
        assertThat(block("a\u0000")).contains("\"a\\u0000\"").contains("found U+0000 (NULL)");
        assertThat(block("a".repeat(256))).contains("it is longer than 255 characters");
    }
}
