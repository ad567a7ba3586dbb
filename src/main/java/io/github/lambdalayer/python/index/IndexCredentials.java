package io.github.lambdalayer.python.index;

import java.util.Optional;

/** Knows the credentials of servers by id, as {@code <server>} of Maven's settings.xml does. */
@FunctionalInterface
public interface IndexCredentials {

    /** Knows none. */
    IndexCredentials NONE = serverId -> Optional.empty();

    /**
     * The credentials of a server such as {@code acme}; empty when there are none. Asked once for each index, and only
     * when that index is asked for something.
     */
    Optional<Credentials> of(String serverId);
}
