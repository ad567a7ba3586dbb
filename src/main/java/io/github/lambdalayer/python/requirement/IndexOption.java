package io.github.lambdalayer.python.requirement;

/**
 * A line of a requirements file that says where packages come from.
 *
 * @param option its long name, for example {@code --extra-index-url}
 * @param value the address, folder or host; may hold credentials, so it is not for printing
 * @param origin where it stands: {@code requirements.txt, line 1}
 */
public record IndexOption(String option, String value, String origin) {

    @Override
    public String toString() {
        return option + " (" + origin + ")";
    }
}
