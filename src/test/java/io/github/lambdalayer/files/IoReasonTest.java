package io.github.lambdalayer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoReasonTest {

    @Test
    void everyReasonIsTheEndOfASentence() {
        assertThat(IoReason.of(new NoSuchFileException("a"))).isEqualTo("a does not exist");
        assertThat(IoReason.of(new AccessDeniedException("a"))).isEqualTo("access to a is denied");
        assertThat(IoReason.of(new FileAlreadyExistsException("a"))).isEqualTo("a is in the way");
        assertThat(IoReason.of(new FileSystemException("a", null, "Not a directory")))
                .isEqualTo("a: Not a directory");
        assertThat(IoReason.of(new ClosedChannelException())).isEqualTo("it was closed meanwhile");
        assertThat(IoReason.of(new IOException("No space left on device."))).isEqualTo("No space left on device");
        assertThat(IoReason.of(new EOFException())).isEqualTo("EOFException");
    }
}
