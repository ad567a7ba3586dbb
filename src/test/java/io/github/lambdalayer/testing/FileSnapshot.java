package io.github.lambdalayer.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All files of a folder as they were, to compare and to have them back. */
public final class FileSnapshot {

    private final Path folder;
    private final Map<Path, byte[]> files = new TreeMap<>();

    private FileSnapshot(Path folder) {
        this.folder = folder;
    }

    /** The files that are below this folder now. */
    public static FileSnapshot of(Path folder) throws IOException {
        FileSnapshot snapshot = new FileSnapshot(folder);
        for (Path path : everythingBelow(folder)) {
            if (Files.isRegularFile(path)) {
                snapshot.files.put(path, Files.readAllBytes(path));
            }
        }
        return snapshot;
    }

    /** The digests of the files by path, for example {@code target/data.zip}, but for those {@code leftOut}. */
    public Map<String, String> digestsWithout(Predicate<String> leftOut) {
        Map<String, String> digests = new TreeMap<>();
        files.forEach((path, bytes) -> {
            String name = folder.relativize(path).toString();
            if (!leftOut.test(name)) {
                digests.put(name, sha256(bytes));
            }
        });
        return digests;
    }

    /** Makes the folder as it was; what has not changed is not touched, so its time stays too. */
    public void restore() throws IOException {
        List<Path> paths = everythingBelow(folder);
        Collections.reverse(paths); // What is in a folder comes before the folder.
        for (Path path : paths) {
            if (!files.containsKey(path) && files.keySet().stream().noneMatch(file -> file.startsWith(path))) {
                Files.delete(path);
            }
        }
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            if (!Files.exists(file.getKey()) || !Arrays.equals(Files.readAllBytes(file.getKey()), file.getValue())) {
                Files.createDirectories(file.getKey().resolveSibling(""));
                Files.write(file.getKey(), file.getValue());
            }
        }
    }

    private static List<Path> everythingBelow(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return new ArrayList<>(paths.sorted().toList());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
