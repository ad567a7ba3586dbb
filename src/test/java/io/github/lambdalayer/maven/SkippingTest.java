package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkippingTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # own on the command line, all there, own in the pom, parameter, reason
            -,     -,     -,     -,     -
            -,     -,     -,     true,  <skip> is true
            -,     false, -,     true,  -
            -,     true,  -,     false, lambda-layer.skip is true
            true,  -,     -,     -,     lambda-layer.publish.skip is true
            false, true,  true,  true,  -
            -,     -,     true,  -,     lambda-layer.publish.skip is true
            -,     -,     FALSE, true,  -
            """)
    void commandLineBeatsPomAndOwnBeatsAll(String own, String all, String pomOwn, String parameter, String reason) {
        Properties commandLine = properties(own, all);
        Properties pom = properties(pomOwn, "-");
        assertThat(new Skipping(commandLine, pom)
                        .reason("publish", parameter.equals("-") ? "false" : parameter)
                        .orElse("-"))
                .isEqualTo(reason);
    }

    @Test
    void otherGoalsPropertyCountsForNothing() {
        Properties commandLine = new Properties();
        commandLine.setProperty("lambda-layer.attach.skip", "true");
        assertThat(new Skipping(commandLine, new Properties()).reason("publish", "false"))
                .isEmpty();
    }

    @Test
    void valueThatIsNeitherIsAFault() {
        Properties commandLine = properties("-", "yes");
        assertThatThrownBy(() -> new Skipping(commandLine, new Properties()).reason("publish", ""))
                .hasMessage("lambda-layer.skip is \"yes\"; it must be true or false.");
    }

    private static Properties properties(String own, String all) {
        Properties properties = new Properties();
        if (!own.equals("-")) {
            properties.setProperty("lambda-layer.publish.skip", own);
        }
        if (!all.equals("-")) {
            properties.setProperty("lambda-layer.skip", all);
        }
        return properties;
    }
}
