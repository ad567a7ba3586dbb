package io.github.lambdalayer.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteSourceTest {

    @TempDir
    Path folder;

    @Test
    void fileIsReadAtAnyPlace() throws IOException {
        try (ByteSource source = source("0123456789")) {
            ByteBuffer part = ByteBuffer.allocate(3);
            source.read(4, part);
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            assertThat(source.transferTo(7, 2, Channels.newChannel(copy))).isEqualTo(2);
            assertThat(part.array()).asString(UTF_8).isEqualTo("456");
            assertThat(copy.toString(UTF_8)).isEqualTo("78");
            assertThat(source.name()).isEqualTo("digits");
            assertThat(source.size()).isEqualTo(10);
        }
    }

    @Test
    void fileThatEndsTooEarlyIsSaid() throws IOException {
        try (ByteSource source = source("0123456789")) {
            assertThatThrownBy(() -> source.read(8, ByteBuffer.allocate(3)))
                    .isInstanceOf(EOFException.class)
                    .hasMessage("digits ends before byte 10");
            assertThatThrownBy(() -> source.transferTo(8, 3, Channels.newChannel(new ByteArrayOutputStream())))
                    .isInstanceOf(EOFException.class)
                    .hasMessage("digits ends before byte 10");
        }
    }

    private ByteSource source(String content) throws IOException {
        return ByteSource.file(Files.writeString(folder.resolve("digits"), content));
    }
}
