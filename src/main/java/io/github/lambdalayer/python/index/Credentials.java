package io.github.lambdalayer.python.index;

/**
 * A user and a password for one server; for a token the user is what the index asks for, such as {@code __token__}.
 *
 * @param user may be "", but not both
 * @param password never printed
 */
public record Credentials(String user, String password) {

    /** Hides the password. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
