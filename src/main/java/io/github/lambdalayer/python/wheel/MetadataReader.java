package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes values of METADATA's lines. */
final class MetadataReader {

    private static final BigInteger KNOWN_MAJOR = BigInteger.TWO;

    private final MailHeaders headers;
    private final String origin;

    MetadataReader(MailHeaders headers, String origin) {
        this.headers = headers;
        this.origin = origin;
    }

    CoreMetadata read() {
        checkVersion(headers.first("Metadata-Version"));
        return new CoreMetadata(
                required("Name", PackageName::of),
                required("Version", Version::parse),
                headers.all("Requires-Dist").stream()
                        .map(text -> value("Requires-Dist", text, Requirement::parseLenient))
                        .toList(),
                value("Requires-Python", headers.first("Requires-Python"), MetadataReader::specifiers),
                extras(),
                License.of(headers));
    }

    /** A greater major version may mean anything; a greater minor one only adds (core metadata, "Metadata-Version"). */
    private void checkVersion(String text) {
        if (text.isEmpty()) {
            return;
        }
        Version version = value("Metadata-Version", text, Version::parse);
        if (version.release().get(0).compareTo(KNOWN_MAJOR) > 0) {
            throw bad(
                    "Metadata-Version " + version + " is newer than " + KNOWN_MAJOR + ".x, the newest that is known.",
                    null);
        }
    }

    private <T> T required(String key, Function<String, T> parse) {
        String text = headers.first(key);
        if (text.isEmpty()) {
            throw bad("it has no line " + key + ".", null);
        }
        return value(key, text, parse);
    }

    private <T> T value(String key, String text, Function<String, T> parse) {
        try {
            return parse.apply(text.replace("\n", "")); // unfolded (RFC 5322, 2.2.3)
        } catch (LayerException e) {
            throw bad(key + ": " + e.sentence(), e);
        }
    }

    /** Old packages wrote {@code >=3.6.*}; such comparisons are read as those of their requirements are. */
    private static Specifiers specifiers(String text) {
        try {
            return Specifiers.parse(text);
        } catch (LayerException e) {
            try {
                return Requirement.parseLenient("python " + text).specifiers();
            } catch (LayerException alsoNotLenient) {
                throw e;
            }
        }
    }

    /** Old packages have extras whose names nobody can ask for; those are left out. */
    private Set<ExtraName> extras() {
        Set<ExtraName> extras = new LinkedHashSet<>();
        headers.all("Provides-Extra").forEach(text -> extra(text).ifPresent(extras::add));
        return extras;
    }

    private static Optional<ExtraName> extra(String text) {
        try {
            return Optional.of(ExtraName.of(text));
        } catch (LayerException e) {
            return Optional.empty();
        }
    }

    private LayerException bad(String sentence, @Nullable Throwable cause) {
        return new LayerException(
                WheelProblem.BAD_METADATA,
                Printable.name(origin) + ": " + sentence,
                List.of("choose another release, and report this one to its maintainers"),
                cause);
    }
}
