package io.github.lambdalayer.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** An answer about one target, for people and for programs. */
public interface Answer {

    /** Its lines, the first of which stands alone. */
    List<String> lines();

    /** Its fields, inside of an object that is begun already. */
    void write(JsonGenerator json) throws IOException;
}
