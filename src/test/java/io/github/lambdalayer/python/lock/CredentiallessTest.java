package io.github.lambdalayer.python.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CredentiallessTest {

    @Test
    void passwordIsLeftOutToItsEnd() {
        assertThat(Credentialless.shown("a @ https://me:p@ss@host/a@b.whl, https://host/"))
                .isEqualTo("a @ https://***@host/a@b.whl, https://host/");
    }

    @Test
    void addressWithCredentialsIsRefused() {
        for (String text : List.of("https://me:p@ss@host/", "x https://me@host", "https://@host", "a://h b://u@h")) {
            assertThatThrownBy(() -> Credentialless.require(text, "the index"))
                    .as(text)
                    .hasMessage("The index holds credentials, and a lock is for all to read.");
        }
        assertThat(Credentialless.require("https://host/a@b", "the index")).isEqualTo("https://host/a@b");
    }
}
