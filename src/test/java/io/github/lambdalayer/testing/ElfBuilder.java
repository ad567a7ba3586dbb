package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A shared library without code: header, names, versions, and the dynamic section at the end, as linkers lay it out.
 *
 * <pre>{@code
 * byte[] library = ElfBuilder.x86_64().needs("libc.so.6", "GLIBC_2.17", "GLIBC_2.34").bytes();
 * }</pre>
 */
public final class ElfBuilder {

    private static final int HEADERS = 64 + 3 * 56;
    private static final long ADDRESS = 0x10000;
    private static final int SECOND_GAP = 0x1000;

    private final int machine;
    private final LittleEndian names = new LittleEndian().put(new byte[1]);
    private final List<long[]> dynamic = new ArrayList<>();
    private final Map<String, String[]> versions = new LinkedHashMap<>();
    private int weakFlags;
    private int padding;
    private boolean isDynamic = true;

    private ElfBuilder(int machine) {
        this.machine = machine;
    }

    public static ElfBuilder x86_64() {
        return new ElfBuilder(62);
    }

    public static ElfBuilder aarch64() {
        return new ElfBuilder(183);
    }

    /** A library for any machine, for example 21 for ppc64. */
    public static ElfBuilder machine(int code) {
        return new ElfBuilder(code);
    }

    /** Only the first bytes of a library for 32-bit Intel. */
    public static byte[] i386() {
        byte[] ident = {0x7f, 'E', 'L', 'F', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        return new LittleEndian().put(ident).u16(3).u16(3).put(new byte[60]).bytes();
    }

    public ElfBuilder soname(String name) {
        return entry(14, name(name));
    }

    /** A name that others can look up, for example {@code PyInit_demo}. */
    public ElfBuilder exports(String function) {
        name(function);
        return this;
    }

    public ElfBuilder rpath(String path) {
        return entry(15, name(path));
    }

    public ElfBuilder runpath(String path) {
        return entry(29, name(path));
    }

    /** A library that is needed, and the versions of it. */
    public ElfBuilder needs(String soname, String... versionNames) {
        entry(1, name(soname));
        return versionsOf(soname, versionNames);
    }

    /** Versions of a library without a line that it is needed. */
    public ElfBuilder versionsOf(String soname, String... versionNames) {
        if (versionNames.length > 0) {
            versions.put(soname, versionNames);
        }
        return this;
    }

    /** Makes the versions that the library can do without. */
    public ElfBuilder weak() {
        weakFlags = 2;
        return this;
    }

    /** Bytes between names and dynamic section, as code would be. */
    public ElfBuilder padding(int bytes) {
        padding = bytes;
        return this;
    }

    /** A program without a dynamic section. */
    public ElfBuilder statically() {
        isDynamic = false;
        return this;
    }

    /** Any entry of the dynamic section. */
    public ElfBuilder entry(long tag, long value) {
        dynamic.add(new long[] {tag, value});
        return this;
    }

    private long name(String text) {
        long at = names.size();
        names.put(text.getBytes(UTF_8)).put(new byte[1]);
        return at;
    }

    public byte[] bytes() {
        byte[] table = versionTable();
        byte[] strings = names.bytes();
        int tableAt = HEADERS + strings.length;
        int dynamicAt = tableAt + table.length + padding;
        entry(5, ADDRESS + HEADERS);
        if (table.length > 0) {
            entry(0x6ffffffeL, ADDRESS + tableAt).entry(0x6fffffffL, versions.size());
        }
        entry(0, 0);
        LittleEndian out = new LittleEndian();
        header(out);
        segment(out, 1, 0, ADDRESS, tableAt + table.length);
        segment(out, 1, dynamicAt, ADDRESS + SECOND_GAP + dynamicAt, 16L * dynamic.size());
        segment(out, isDynamic ? 2 : 4, dynamicAt, ADDRESS + SECOND_GAP + dynamicAt, 16L * dynamic.size());
        out.put(strings).put(table).put(new byte[padding]);
        dynamic.forEach(entry -> out.u64(entry[0]).u64(entry[1]));
        return out.bytes();
    }

    private void header(LittleEndian out) {
        out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        out.u16(3)
                .u16(machine)
                .u32(1)
                .u64(0)
                .u64(64)
                .u64(0)
                .u32(0)
                .u16(64)
                .u16(56)
                .u16(3);
        out.u16(64).u16(0).u16(0);
    }

    private static void segment(LittleEndian out, int type, long offset, long address, long bytes) {
        out.u32(type)
                .u32(4)
                .u64(offset)
                .u64(address)
                .u64(address)
                .u64(bytes)
                .u64(bytes)
                .u64(1);
    }

    private byte[] versionTable() {
        LittleEndian out = new LittleEndian();
        int left = versions.size();
        for (Map.Entry<String, String[]> each : versions.entrySet()) {
            int count = each.getValue().length;
            left--;
            out.u16(1).u16(count).u32(name(each.getKey())).u32(16).u32(left == 0 ? 0 : 16L + 16L * count);
            for (int i = 0; i < count; i++) {
                out.u32(0).u16(weakFlags).u16(2).u32(name(each.getValue()[i])).u32(i + 1 == count ? 0 : 16);
            }
        }
        return out.bytes();
    }
}
