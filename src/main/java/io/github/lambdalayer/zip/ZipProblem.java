package io.github.lambdalayer.zip;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.ProblemCode;
import java.util.List;

/** What can be wrong with a zip archive, each with what mends it. */
public enum ZipProblem implements ProblemCode {
    /** The bytes are something else: a page, another kind of archive, nothing. */
    NOT_A_ZIP("check that the address gives the file itself, and not a page to log in"),
    /** Its records contradict each other, or bytes belong to none of them. */
    BAD_ZIP_STRUCTURE("get the archive again, or another one: this one is damaged or hostile"),
    /** A name that leads elsewhere or hides something. */
    BAD_ENTRY_NAME("use another archive: this one is malformed or hostile"),
    /** Two entries want one place. */
    DUPLICATE_ENTRY("use another archive: this one is malformed or hostile"),
    /** A link, a device, a pipe. */
    BAD_ENTRY_TYPE("use another archive: links and devices are never unpacked"),
    /** Encrypted, or compressed in a way that not every reader knows. */
    BAD_COMPRESSION("pack the archive again with the entries stored or deflated"),
    /** The bytes are not those that the archive promises. */
    CORRUPT_ENTRY("get the archive again: this one is damaged"),
    /** It would unpack to far more than it is. */
    ZIP_BOMB("use another archive: this one is made to fill the disk"),
    /** What we were to write does not fit into the format without ZIP64. */
    ZIP_TOO_LARGE("leave packages or files out");

    private final String hint;

    ZipProblem(String hint) {
        this.hint = hint;
    }

    /** The failure "archive: sentence". */
    LayerException in(String archive, String sentence) {
        return new LayerException(this, Printable.name(archive) + ": " + sentence, hint);
    }

    /** The failure "archive: entry "name" sentence"; a long name is cut. */
    LayerException inEntry(String archive, String entry, String sentence) {
        return in(archive, "entry " + quoted(entry) + " " + sentence);
    }

    /** As {@link #in}, with the failure that brought it about. */
    LayerException in(String archive, String sentence, Throwable cause) {
        return new LayerException(this, Printable.name(archive) + ": " + sentence, List.of(hint), cause);
    }

    /** The name as it stands in sentences: escaped, in quotes, at most 120 characters of it. */
    static String quoted(String name) {
        String cut = name.length() <= 120 ? name : name.substring(0, 117) + "...";
        return '"' + Printable.name(cut) + '"';
    }
}
