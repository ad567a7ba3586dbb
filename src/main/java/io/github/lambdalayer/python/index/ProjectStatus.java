package io.github.lambdalayer.python.index;

import java.util.Locale;

/**
 * What an index says about a project as a whole (PEP 792).
 *
 * @param marker one of the four markers
 * @param reason the index's own words, or ""
 */
public record ProjectStatus(Marker marker, String reason) {

    /** The markers of PEP 792. */
    public enum Marker {
        /** In use; also when the index says nothing. */
        ACTIVE,
        /** No new releases are to be expected. */
        ARCHIVED,
        /** Found to be unsafe; the index offers no files. */
        QUARANTINED,
        /** Obsolete; something else should be used. */
        DEPRECATED
    }

    /** The status of a project about which the index says nothing. */
    public static final ProjectStatus ACTIVE = new ProjectStatus(Marker.ACTIVE, "");

    /** The status in an index's words, for example {@code quarantined}; an unknown word counts as active. */
    public static ProjectStatus of(String word, String reason) {
        for (Marker marker : Marker.values()) {
            if (marker.name().toLowerCase(Locale.ROOT).equals(word)) {
                return new ProjectStatus(marker, reason);
            }
        }
        return ACTIVE;
    }

    /** Whether the index offers no files since the project was found to be unsafe. */
    public boolean isQuarantined() {
        return marker == Marker.QUARANTINED;
    }
}
