package io.github.lambdalayer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void amountsHaveOneDigitBehindThePoint() {
        assertThat(Bytes.shown(0)).isEqualTo("0 bytes");
        assertThat(Bytes.shown(1)).isEqualTo("1 byte");
        assertThat(Bytes.shown(-999)).isEqualTo("-999 bytes");
        assertThat(Bytes.shown(1_000)).isEqualTo("1.0 kB");
        assertThat(Bytes.shown(999_950)).isEqualTo("1.0 MB");
        assertThat(Bytes.shown(3_100)).isEqualTo("3.1 kB");
        assertThat(Bytes.shown(1_000_000)).isEqualTo("1.0 MB");
        assertThat(Bytes.shown(-41_234_567)).isEqualTo("-41.2 MB");
    }

    @Test
    void numberThatIsComparedWithALimitIsShownWhole() {
        assertThat(Bytes.exactly(262_144_000)).isEqualTo("262.1 MB (262,144,000 bytes)");
        assertThat(Bytes.exactly(10)).isEqualTo("10 bytes");
    }
}
