package io.github.lambdalayer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * Expectations that others wrote, in a folder named by the system property {@code conformance.dir}. A test is skipped,
 * with a message, where its part of the folder is absent.
 *
 * <pre>{@code
 * Conformance.packaging("names.json").forEach("normalize", c ->
 *         assertThat(PackageName.of(c.text("name")).value()).isEqualTo(c.text("normal")));
 * }</pre>
 */
public final class Conformance {

    private static final int FAULTS_SHOWN = 50;

    private final Path file;
    private final Case content;

    private Conformance(Path file) {
        this.file = file;
        try {
            this.content = new Case(Json.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of {@code packaging/}, for example {@code versions.json}. */
    public static Conformance packaging(String name) {
        Path file = folder("packaging").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is absent");
        return new Conformance(file);
    }

    /** The files below a part of the folder whose names end so, sorted; for example {@code scenarios}, {@code .toml}. */
    public static List<Path> files(String part, String ending) {
        try (Stream<Path> all = Files.walk(folder(part))) {
            return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of one JSON file. */
    public static Case json(Path file) {
        return new Conformance(file).content;
    }

    private static Path folder(String part) {
        String property = System.getProperty("conformance.dir", "");
        Path folder = Path.of(property).resolve(part);
        assumeTrue(
                !property.isEmpty() && Files.isDirectory(folder),
                () -> "set -Dconformance.dir to a folder that has " + part + "; now it is \"" + property + "\"");
        return folder;
    }

    /** What stands in the file beside the lists of cases. */
    public Case content() {
        return content;
    }

    /** The cases of a list, as many as the file says that there are. */
    public List<Case> cases(String list) {
        List<Case> cases = content.list(list).stream().map(Case::of).toList();
        assertThat(content.object("counts").optionalNumber(list))
                .as("counts of %s in %s", list, file)
                .contains(BigInteger.valueOf(cases.size()));
        return cases;
    }

    /** Runs a check on every case of a list and tells all that fail; none may be skipped. */
    public void forEach(String list, Consumer<Case> check) {
        List<Case> ran = new ArrayList<>();
        SoftAssertions faults = new SoftAssertions();
        for (Case each : cases(list)) {
            ran.add(each);
            if (faults.assertionErrorsCollected().size() < FAULTS_SHOWN) {
                faults.assertThatCode(() -> check.accept(each))
                        .as(each.toString())
                        .doesNotThrowAnyException();
            }
        }
        faults.assertAll();
        assertThat(ran).hasSameSizeAs(cases(list));
    }
}
