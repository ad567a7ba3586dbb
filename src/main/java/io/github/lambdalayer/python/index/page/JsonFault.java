package io.github.lambdalayer.python.index.page;

import java.io.IOException;

/** What is wrong with a page in JSON; its place is known to whoever reads it. */
final class JsonFault extends IOException {

    static final String NOT_JSON = "it is not JSON";
    static final String TOO_LONG = "it is too deep or too long";
    static final String TOO_EARLY = "it ends too early";

    private static final long serialVersionUID = 1L;

    private final String what;

    /** To follow the place: {@code text was expected}. */
    JsonFault(String what) {
        super(what);
        this.what = what;
    }

    String what() {
        return what;
    }
}
