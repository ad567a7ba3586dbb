package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SDK's log, which would tell tokens at debug. */
class QuietSdkTest {

    private static final String OF_MAVEN_3 = "org.slf4j.simpleLogger.log.software.amazon.awssdk";
    private static final String OF_MAVEN_4 = "maven.logger.log.software.amazon.awssdk";

    @BeforeEach
    void forget() {
        System.clearProperty(OF_MAVEN_3);
        System.clearProperty(OF_MAVEN_4);
    }

    @AfterEach
    void quietAgain() {
        forget();
        AwsClients.keepQuiet();
    }

    @Test
    void itIsAtInfoByTheNamesOfBothMavens() {
        AwsClients.keepQuiet();
        assertThat(System.getProperty(OF_MAVEN_3)).isEqualTo("info");
        assertThat(System.getProperty(OF_MAVEN_4)).isEqualTo("info");
    }

    @Test
    void whoeverWantsItOtherwiseHasItOtherwise() {
        System.setProperty(OF_MAVEN_3, "warn");
        AwsClients.keepQuiet();
        assertThat(System.getProperty(OF_MAVEN_3)).isEqualTo("warn");
        assertThat(System.getProperty(OF_MAVEN_4)).isNull();
    }
}
