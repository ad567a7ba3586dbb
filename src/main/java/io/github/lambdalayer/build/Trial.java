package io.github.lambdalayer.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a finished layer is tried with a Python of this machine.
 *
 * @param imports modules, each of which must be importable, for example {@code pandas}
 * @param handler what is called; none when nothing is
 * @param needsPython whether it is a failure that there is no Python of the runtime's version
 */
public record Trial(List<String> imports, Optional<HandlerCall> handler, boolean needsPython) {

    /**
     * A handler and its event.
     *
     * @param handler for example {@code app.handler}
     * @param event in JSON
     * @param taskRoot the folder of the function's own code; none when the layer has it
     */
    public record HandlerCall(String handler, String event, Optional<Path> taskRoot) {}

    /** Nothing is tried. */
    public static final Trial NOTHING = new Trial(List.of(), Optional.empty(), false);

    /** Keeps a copy of the list. */
    public Trial {
        imports = List.copyOf(imports);
    }

    /** Whether there is nothing to try. */
    boolean isEmpty() {
        return imports.isEmpty() && handler.isEmpty();
    }

    /** For example {@code the import of pandas, and the call of app.handler}. */
    @Override
    public String toString() {
        String importing = imports.isEmpty() ? "" : "the import of " + String.join(", ", imports);
        String calling = handler.map(call -> "the call of " + call.handler()).orElse("");
        return importing + (importing.isEmpty() || calling.isEmpty() ? "" : ", and ") + calling;
    }
}
