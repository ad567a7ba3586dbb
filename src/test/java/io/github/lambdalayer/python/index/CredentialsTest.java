package io.github.lambdalayer.python.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CredentialsTest {

    @Test
    void passwordIsNotPrinted() {
        assertThat(new Credentials("u", "s3cret").toString()).isEqualTo("Credentials[user=u]");
    }
}
