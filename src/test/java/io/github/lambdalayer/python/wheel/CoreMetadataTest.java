package io.github.lambdalayer.python.wheel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreMetadataTest {

    private static final String DEMO = "Metadata-Version: 2.1\nName: My.Demo\nVersion: 1.0\n";

    @Test
    void linesThatMatterAreRead() {
        CoreMetadata metadata = parse(DEMO
                + "Summary: folded\n        over lines\n\t and lines\n"
                + "requires-dist: six>=1.16\r\n"
                + "Requires-Dist: pytest ; extra == 'test'\n"
                + "Requires-Python: >=3.8,<4\n"
                + "Provides-Extra: Test_All\n"
                + "Provides-Extra: test\n"
                + "License: MIT\n"
                + "\nRequires-Dist: this-is-the-description\n");
        assertThat(metadata.name()).isEqualTo(PackageName.of("my-demo"));
        assertThat(metadata.version()).isEqualTo(Version.parse("1.0"));
        assertThat(metadata.requiresDist())
                .containsExactly(Requirement.parse("six>=1.16"), Requirement.parse("pytest; extra == 'test'"));
        assertThat(metadata.requiresPython()).isEqualTo(Specifiers.parse(">=3.8,<4"));
        assertThat(metadata.providesExtra()).containsExactly(ExtraName.of("test-all"), ExtraName.of("test"));
        assertThat(metadata.license()).isEqualTo("MIT");
    }

    @Test
    void whatIsNotSaidIsEmpty() {
        CoreMetadata metadata = parse("\uFEFFMetadata-Version: 2.1\r\nName: demo\r\nVersion: 1.0\r\n\r\n");
        assertThat(metadata.requiresDist()).isEmpty();
        assertThat(metadata.requiresPython()).isEqualTo(Specifiers.ANY);
        assertThat(metadata.providesExtra()).isEmpty();
        assertThat(metadata.license()).isEmpty();
    }

    @Test
    void valueThatIsFoldedIsOne() {
        assertThat(parse(DEMO + "Requires-Dist: six\n        >=1.16\n").requiresDist())
                .containsExactly(Requirement.parse("six>=1.16"));
    }

    @Test
    void extraThatNobodyCanAskForIsLeftOut() {
        assertThat(parse(DEMO + "Provides-Extra: -all-\nProvides-Extra: ok\n").providesExtra())
                .containsExactly(ExtraName.of("ok"));
    }

    @Test
    void minorVersionThatIsNewerIsRead() {
        assertThat(parse(DEMO.replace("2.1", "2.99")).version()).isEqualTo(Version.parse("1.0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "License-Expression: MIT OR Apache-2.0%License: something | MIT OR Apache-2.0",
                "License: BSD 3-Clause | BSD 3-Clause",
                "License: UNKNOWN%Classifier: License :: OSI Approved :: MIT License | MIT License",
                "Classifier: License :: OSI Approved%Classifier: License :: OSI Approved :: ISC License (ISCL) | ISC License (ISCL)",
                "Classifier: License :: OSI Approved :: MIT License%Classifier: License :: Public Domain | MIT License, Public Domain",
                "License: Copyright (c) 2020 Somebody%  Permission is hereby granted | Copyright (c) 2020 Somebody",
                "License: Long%  text%Classifier: License :: OSI Approved :: MIT License | MIT License",
            })
    void licenceIsTakenFromWhereThereIsOne(String lines, String licence) {
        assertThat(parse(DEMO + lines.replace('%', '\n') + "\n").license()).isEqualTo(licence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Name: demo | it has no line Version.",
                "Version: 1.0 | it has no line Name.",
                "'' | it has no line Name.",
                "Metadata-Version: 3.0%Name: demo%Version: 1.0 | Metadata-Version 3.0 is newer than 2.x, the newest that is known.",
                "Metadata-Version: 99999999999.0%Name: demo%Version: 1.0 | Metadata-Version 99999999999.0 is newer than 2.x, the newest that is known.",
            })
    void metadataThatIsRefused(String lines, String sentence) {
        assertThatThrownBy(() -> parse(lines.replace('%', '\n')))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo("demo.whl: " + sentence
                                        + "\nhint: choose another release, and report this one to its maintainers"
                                        + "\nsee problems.html#bad-metadata"));
    }

    @Test
    void requirementThatIsWrongIsShown() {
        assertThatThrownBy(() -> parse(DEMO + "Requires-Dist: six = 1\n"))
                .isInstanceOf(LayerException.class)
                .hasMessageStartingWith("demo.whl: Requires-Dist: \"six = 1\" is not a requirement: ")
                .hasMessageEndingWith("^");
    }

    @Test
    void versionsOfPythonThatAreWrongAreShown() {
        assertThatThrownBy(() -> parse(DEMO + "Requires-Python: three\n"))
                .isInstanceOf(LayerException.class)
                .hasMessageStartingWith("demo.whl: Requires-Python: \"three\" is not a version specifier: ");
    }

    private static CoreMetadata parse(String text) {
        return CoreMetadata.parse(text.getBytes(UTF_8), "demo.whl");
    }
}
