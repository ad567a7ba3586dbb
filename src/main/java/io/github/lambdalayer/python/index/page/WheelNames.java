package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.python.wheel.BuildTag;
import io.github.lambdalayer.python.wheel.FilenameParser;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of the wheels on one page. They are combinations of few parts (numpy's 4,200 names have some 150
 * versions and 250 sets of tags), so each part is read once.
 */
final class WheelNames {

    private final RawPage page;
    private final FilenameParser parser;

    /** A name with the same project and version, by the place of its first part. */
    private final @Nullable WheelFilename[] prefixes;

    /** The tags that the second part stands for, by its place; none where a build tag stands before them. */
    private final @Nullable Set<Tag>[] tags;

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of sets cannot be made otherwise
    WheelNames(RawPage page, FilenameParser parser) {
        this.page = page;
        this.parser = parser;
        this.prefixes = new @Nullable WheelFilename[page.countTexts()];
        this.tags = new @Nullable Set[page.countTexts()];
    }

    /** The name in a row, or null when it is no wheel's. */
    @Nullable
    WheelFilename of(int row) {
        int prefix = page.number(row, PageRow.PREFIX);
        int rest = page.number(row, PageRow.REST);
        String text = page.text(prefix).concat(page.text(rest));
        WheelFilename same = prefixes[prefix];
        Set<Tag> known = tags[rest];
        return same == null || known == null
                ? parsed(text, prefix, rest)
                : new WheelFilename(text, same.name(), same.version(), BuildTag.NONE, known);
    }

    private @Nullable WheelFilename parsed(String text, int prefix, int rest) {
        try {
            WheelFilename parsed = parser.parse(text);
            prefixes[prefix] = parsed;
            if (parsed.build().isNone()) {
                tags[rest] = parsed.tags();
            }
            return parsed;
        } catch (LayerException e) {
            return null;
        }
    }
}
