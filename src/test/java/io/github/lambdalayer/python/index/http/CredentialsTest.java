package io.github.lambdalayer.python.index.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.Credentials;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    @Test
    void passwordIsNotPrinted() {
        assertThat(new Credentials("u", "s3cret").toString()).isEqualTo("Credentials[user=u]");
    }
}
