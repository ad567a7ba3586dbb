package io.github.lambdalayer.python.index.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.python.index.wheels.RangeExchange.Part;
import io.github.lambdalayer.python.index.wheels.RemoteWheel.RangesRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RemoteWheelTest {

    private static final byte[] BYTES = new byte[130_000];

    static {
        new Random(7).nextBytes(BYTES);
    }

    private static Part part(long first, long last) {
        int length = (int) (last - first + 1);
        return new Part(ByteBuffer.wrap(Arrays.copyOfRange(BYTES, (int) first, (int) first + length)), BYTES.length);
    }

    /** Some servers send less than they are asked for, which HTTP allows: then no byte is where it seems to be. */
    private static Part shortened(long first, long last) {
        return part(first, last == BYTES.length - 1 ? last : last - 1);
    }

    private static byte[] read(RemoteWheel wheel, long position, int count) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(count);
        wheel.read(position, target);
        return target.array();
    }

    @Test
    void bytesBeforeTheEndAreFetchedWhenTheyAreWanted() throws IOException {
        RemoteWheel wheel = RemoteWheel.open("demo.whl", BYTES.length, RemoteWheelTest::part);
        assertThat(read(wheel, 75_000, 10_000)).isEqualTo(Arrays.copyOfRange(BYTES, 75_000, 85_000));
    }

    @Test
    void partThatIsShorterThanAskedForIsNotTaken() throws IOException {
        RemoteWheel wheel = RemoteWheel.open("demo.whl", BYTES.length, RemoteWheelTest::shortened);
        assertThatThrownBy(() -> read(wheel, 75_000, 10_000)).isInstanceOf(RangesRefused.class);
        assertThatThrownBy(() -> read(wheel, 10, 10)).isInstanceOf(RangesRefused.class);
    }
}
