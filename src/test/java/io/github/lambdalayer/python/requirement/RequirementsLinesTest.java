package io.github.lambdalayer.python.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementsLinesTest {

    @TempDir
    private Path folder;

    @Test
    void linesOfIncludedFilesStandWhereTheyAreIncluded() throws IOException {
        write("sub/deep.txt", "pytz # zones\n");
        write("base.txt", "six\n-c sub/deep.txt\n");
        assertThat(lines("-r base.txt\nidna\n"))
                .containsExactly("-r base.txt", "six", "-c sub/deep.txt", "pytz", "idna");
    }

    @Test
    void variablesAreFilledIn() throws IOException {
        assertThat(lines("six==${SIX}\n")).containsExactly("six==1.17.0");
    }

    @Test
    void faultsAreForTheReaderToTell() throws IOException {
        assertThat(lines("six==${NONE}\n-r missing.txt\n-r ../outside.txt\n--nonsense\n"))
                .containsExactly(
                        "six==${NONE}",
                        "-r missing.txt",
                        "There is no file missing.txt.",
                        "-r ../outside.txt",
                        "-r ../outside.txt",
                        "--nonsense",
                        "--nonsense");
    }

    @Test
    void filesThatIncludeEachOtherEnd() throws IOException {
        write("base.txt", "-r requirements.txt\nsix\n");
        assertThat(lines("-r base.txt\n")).containsExactly("-r base.txt", "-r requirements.txt", "six");
    }

    private List<String> lines(String text) throws IOException {
        RequirementsPolicy policy = RequirementsPolicy.of(folder)
                .withVariables(name -> Optional.of("1.17.0").filter(v -> name.equals("SIX")));
        return RequirementsFile.lines(write("requirements.txt", text), policy);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
