package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A well-formed wheel in memory; what a test says nothing about is right.
 *
 * <pre>{@code
 * WheelBuilder demo = WheelBuilder.wheel("demo", "1.0").requires("six>=1.16").file("demo/__init__.py", "x = 1\n");
 * Path file = demo.in(folder);      // folder/demo-1.0-py3-none-any.whl
 * byte[] bytes = demo.bytes();      // the same bytes
 * byte[] sidecar = demo.metadata(); // what an index serves as demo-1.0-py3-none-any.whl.metadata
 * }</pre>
 *
 * <p>Without files of its own it holds {@code <name>/__init__.py}.
 */
public final class WheelBuilder {

    private final String name;
    private final String version;
    private String tag = "py3-none-any";
    private String build = "";
    private String metadataVersion = "2.1";
    private final List<String> headers = new ArrayList<>();
    private final Map<String, File> files = new LinkedHashMap<>();
    private UnaryOperator<String> wheelText = UnaryOperator.identity();
    private UnaryOperator<String> metadataText = UnaryOperator.identity();
    private UnaryOperator<String> recordText = UnaryOperator.identity();
    private String filename = "";
    private final Set<String> left = new HashSet<>();
    private Consumer<ZipBuilder> atTheEnd = zip -> {};

    private static final class File {
        final byte[] content;
        final int mode;
        final Consumer<ZipBuilder.Entry> change;

        File(byte[] content, int mode, Consumer<ZipBuilder.Entry> change) {
            this.content = content.clone();
            this.mode = mode;
            this.change = change;
        }
    }

    private WheelBuilder(String name, String version) {
        this.name = name;
        this.version = version;
    }

    /** A wheel for {@code py3-none-any}; {@code name} may be written in any way, as in METADATA. */
    public static WheelBuilder wheel(String name, String version) {
        return new WheelBuilder(name, version);
    }

    /** The tag of the file name, for example {@code cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64}. */
    public WheelBuilder tag(String value) {
        tag = value;
        return this;
    }

    /** The build tag of the file name, for example {@code 1}. */
    public WheelBuilder build(String value) {
        build = value;
        return this;
    }

    /** Lines of {@code Requires-Dist}, for example {@code "six>=1.16"} or {@code "pytest; extra == 'test'"}. */
    public WheelBuilder requires(String... requirements) {
        Arrays.stream(requirements).forEach(r -> header("Requires-Dist", r));
        return this;
    }

    /** For example {@code ">=3.8"}. */
    public WheelBuilder requiresPython(String specifiers) {
        return header("Requires-Python", specifiers);
    }

    /** Lines of {@code Provides-Extra}. */
    public WheelBuilder extras(String... extras) {
        Arrays.stream(extras).forEach(e -> header("Provides-Extra", e));
        return this;
    }

    /** Any other line of METADATA, for example {@code header("License-Expression", "MIT")}. */
    public WheelBuilder header(String key, String value) {
        headers.add(key + ": " + value);
        return this;
    }

    public WheelBuilder metadataVersion(String value) {
        metadataVersion = value;
        return this;
    }

    /** A file of mode 0644. */
    public WheelBuilder file(String path, String content) {
        return file(path, content.getBytes(UTF_8), 0100644, e -> {});
    }

    /** A file of mode 0644. */
    public WheelBuilder file(String path, byte[] content) {
        return file(path, content, 0100644, e -> {});
    }

    /** A file of mode 0755. */
    public WheelBuilder executable(String path, String content) {
        return file(path, content.getBytes(UTF_8), 0100755, e -> {});
    }

    /** A file of any mode whose entry is spoiled by {@code change}; RECORD has the true digest of {@code content}. */
    public WheelBuilder file(String path, byte[] content, int mode, Consumer<ZipBuilder.Entry> change) {
        files.put(path, new File(content, mode, change));
        return this;
    }

    /** A file of the wheel's {@code .data} directory, for example {@code data("scripts/run", "#!python\n")}. */
    public WheelBuilder data(String path, String content) {
        return file(stem() + ".data/" + path, content);
    }

    /** A file of the wheel's dist-info, for example {@code distInfo("entry_points.txt", "…")}. */
    public WheelBuilder distInfo(String path, String content) {
        return file(distInfo() + "/" + path, content);
    }

    /** Changes the text of WHEEL after it was made. */
    public WheelBuilder wheelText(UnaryOperator<String> change) {
        wheelText = change;
        return this;
    }

    /** Changes the text of METADATA after it was made. */
    public WheelBuilder metadataText(UnaryOperator<String> change) {
        metadataText = change;
        return this;
    }

    /** Changes the text of RECORD after it was made. */
    public WheelBuilder recordText(UnaryOperator<String> change) {
        recordText = change;
        return this;
    }

    public WheelBuilder withoutRecord() {
        return without("RECORD");
    }

    /** Leaves out {@code METADATA}, {@code WHEEL} or {@code RECORD}. */
    public WheelBuilder without(String inDistInfo) {
        left.add(inDistInfo);
        return this;
    }

    public WheelBuilder withoutDistInfo() {
        return without("METADATA").without("WHEEL").without("RECORD");
    }

    /** Another name for the file than the one that its parts make. */
    public WheelBuilder filename(String value) {
        filename = value;
        return this;
    }

    /** Changes the archive after everything was added: entries that RECORD does not know, a comment, … */
    public WheelBuilder zip(Consumer<ZipBuilder> change) {
        atTheEnd = change;
        return this;
    }

    /** For example {@code demo-1.0-py3-none-any.whl}. */
    public String filename() {
        return filename.isEmpty() ? parts() : filename;
    }

    private String parts() {
        return stem() + (build.isEmpty() ? "" : "-" + build) + "-" + tag + ".whl";
    }

    /** For example {@code demo-1.0.dist-info}. */
    public String distInfo() {
        return stem() + ".dist-info";
    }

    private String stem() {
        return name.replace('-', '_') + "-" + version.replace('-', '_');
    }

    /** The bytes of METADATA. */
    public byte[] metadata() {
        StringBuilder text = new StringBuilder();
        text.append("Metadata-Version: ").append(metadataVersion).append('\n');
        text.append("Name: ").append(name).append('\n');
        text.append("Version: ").append(version).append('\n');
        headers.forEach(h -> text.append(h).append('\n'));
        return metadataText.apply(text.toString()).getBytes(UTF_8);
    }

    /** The wheel's bytes; the same each time. */
    public byte[] bytes() {
        Map<String, File> all = content();
        ZipBuilder zip = ZipBuilder.zip();
        all.forEach((path, file) -> zip.file(path, file.content, e -> file.change.accept(e.mode(file.mode))));
        if (!left.contains("RECORD")) {
            zip.file(distInfo() + "/RECORD", recordText.apply(record(all)));
        }
        atTheEnd.accept(zip);
        return zip.bytes();
    }

    /** The digest of {@link #bytes()} in lower-case hex. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256(bytes()));
    }

    /** Writes the wheel into {@code folder} under its own name, making the folder when it is missing. */
    public Path in(Path folder) {
        try {
            return Files.write(Files.createDirectories(folder).resolve(filename()), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, File> content() {
        Map<String, File> all = new LinkedHashMap<>(files);
        if (files.keySet().stream().allMatch(path -> path.startsWith(distInfo() + "/"))) {
            all.put(name.replace('-', '_') + "/__init__.py", made("# " + name + " " + version + "\n"));
        }
        all.putIfAbsent(distInfo() + "/METADATA", made(new String(metadata(), UTF_8)));
        all.putIfAbsent(distInfo() + "/WHEEL", made(wheelText.apply(wheel())));
        left.forEach(file -> all.remove(distInfo() + "/" + file));
        return all;
    }

    private static File made(String text) {
        return new File(text.getBytes(UTF_8), 0100644, e -> {});
    }

    private String wheel() {
        StringBuilder text = new StringBuilder("Wheel-Version: 1.0\nGenerator: test\n");
        text.append("Root-Is-Purelib: ").append(tag.endsWith("-any")).append('\n');
        String[] parts = tag.split("-", 3);
        if (parts.length < 3) {
            return text.append("Tag: ").append(tag).append('\n').toString();
        }
        for (String python : parts[0].split("\\.", -1)) {
            for (String abi : parts[1].split("\\.", -1)) {
                for (String platform : parts[2].split("\\.", -1)) {
                    text.append(String.format("Tag: %s-%s-%s%n", python, abi, platform)
                            .replace("\r", ""));
                }
            }
        }
        return text.toString();
    }

    private String record(Map<String, File> all) {
        StringBuilder rows = new StringBuilder();
        all.forEach((path, file) -> rows.append(quoted(path))
                .append(",sha256=")
                .append(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(file.content)))
                .append(',')
                .append(file.content.length)
                .append('\n'));
        return rows.append(quoted(distInfo() + "/RECORD")).append(",,\n").toString();
    }

    private static String quoted(String path) {
        return path.contains(",") || path.contains("\"") ? '"' + path.replace("\"", "\"\"") + '"' : path;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
