package io.github.lambdalayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.audit.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of parameters has a row for each check of the audit. */
class ChecksPageTest {

    private static final Pattern NAME = Pattern.compile("`([a-z+-]+)`");

    @Test
    void everyCheckHasARowAndEveryRowACheck() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/parameters.md"));
        String table = page.substring(page.indexOf("| check |"), page.indexOf("\n## Where packages come from"));
        List<String> named = table.lines()
                .map(row -> row.split("\\|", -1)[1])
                .flatMap(cell -> NAME.matcher(cell).results().map(MatchResult::group))
                .map(name -> name.replace("`", ""))
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(Audit.names());
    }
}
