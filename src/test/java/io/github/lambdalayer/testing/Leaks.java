package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Secrets in what a build has written: its log, its {@code target} and its {@code cache}. */
public final class Leaks {

    private Leaks() {}

    /** As the header of HTTP has a user and a password. */
    public static String basic(String userAndPassword) {
        return Base64.getEncoder().encodeToString(userAndPassword.getBytes(UTF_8));
    }

    /** {@code target/data.json holds canary-password}, for each file and secret; empty when all is well. */
    public static List<String> in(File basedir, List<String> secrets) throws IOException {
        List<String> found = new ArrayList<>();
        for (String place : List.of("build.log", "target", "cache")) {
            try (Stream<Path> files = Files.walk(basedir.toPath().resolve(place))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file, ISO_8859_1);
                    secrets.stream()
                            .filter(text::contains)
                            .forEach(secret -> found.add(basedir.toPath().relativize(file) + " holds " + secret));
                }
            }
        }
        return found;
    }
}
