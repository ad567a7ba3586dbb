package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a package says of itself in METADATA, as far as building a layer needs it (core metadata 2.x).
 *
 * @param name the package
 * @param version its version
 * @param requiresDist what it requires, markers and all
 * @param requiresPython the versions of Python that it runs on; {@link Specifiers#ANY} when it says nothing
 * @param providesExtra the extras that it has
 * @param license its licence in one line, for example {@code MIT}; empty when it says nothing
 */
public record CoreMetadata(
        PackageName name,
        Version version,
        List<Requirement> requiresDist,
        Specifiers requiresPython,
        Set<ExtraName> providesExtra,
        String license) {

    /** Keeps copies of the collections. */
    public CoreMetadata {
        requiresDist = List.copyOf(requiresDist);
        providesExtra = Collections.unmodifiableSet(new LinkedHashSet<>(providesExtra));
    }

    /**
     * Reads METADATA.
     *
     * @param origin what sentences call it, for example {@code demo-1.0-py3-none-any.whl.metadata}
     * @throws LayerException {@link WheelProblem#BAD_METADATA}
     */
    public static CoreMetadata parse(byte[] metadata, String origin) {
        return new MetadataReader(MailHeaders.parse(metadata), origin).read();
    }
}
