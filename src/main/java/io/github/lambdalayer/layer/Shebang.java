package io.github.lambdalayer.layer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.zip.RawEntry;
import java.util.Arrays;

/** "If the first line of a file in .data/scripts starts with exactly b'#!python', rewrite to point to the interpreter" (PEP 427). */
final class Shebang {

    private static final byte[] PLACEHOLDER = "#!python".getBytes(US_ASCII);
    private static final byte[] INTERPRETER = "#!/usr/bin/env python3".getBytes(US_ASCII);

    private Shebang() {}

    static boolean needsChange(WheelFile wheel, RawEntry entry) {
        return Arrays.equals(wheel.start(entry, PLACEHOLDER.length), PLACEHOLDER);
    }

    /** The script with a first line that finds the interpreter on the PATH of any runtime. */
    static byte[] change(byte[] script) {
        int end = 0;
        while (end < script.length && script[end] != '\n' && script[end] != '\r') {
            end++;
        }
        byte[] changed = Arrays.copyOf(INTERPRETER, INTERPRETER.length + script.length - end);
        System.arraycopy(script, end, changed, INTERPRETER.length, script.length - end);
        return changed;
    }
}
