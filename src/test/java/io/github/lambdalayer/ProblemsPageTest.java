package io.github.lambdalayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.lambdalayer.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every failure ends with "see problems.html#…"; that place must exist, once. */
class ProblemsPageTest {

    @Test
    void everyCodeHasOnePlaceOnThePage() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/problems.md"));
        assertThat(anchors())
                .allSatisfy(anchor ->
                        assertThat(page).containsOnlyOnce("### <a id=\"" + anchor + "\"></a>" + anchor + "\n"));
    }

    @Test
    void noTwoCodesShareAPlace() {
        assertThat(anchors()).doesNotHaveDuplicates();
    }

    @Test
    void thePageHasNoPlaceWithoutACode() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/site/markdown/problems.md"))) {
            assertThat(lines.filter(l -> l.startsWith("### ")).map(l -> l.replaceAll(".*</a>", "")))
                    .isSubsetOf(anchors());
        }
    }

    private static List<String> anchors() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.lambdalayer")
                        .stream()
                        .filter(c -> c.isEnum() && c.isAssignableTo(ProblemCode.class))
                        .flatMap(c -> Arrays.stream(c.reflect().getEnumConstants()))
                        .map(code -> ((ProblemCode) code).anchor())
                        .toList();
    }
}
