package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a library is one that imports bring into memory, as far as files tell. These are:
 *
 * <ul>
 *   <li>modules: their name says for which Python they are, or they have the function {@code PyInit_<name>} that Python
 *       calls (Extending and Embedding the Python Interpreter, 1.4);
 *   <li>what any library of the layer names as needed, what auditwheel put into a folder {@code <name>.libs}, and what is in
 *       {@code lib/} of the layer, where the loader looks by itself;
 *   <li>every library of a package that has no module for this machine, such as the one of xgboost: its sources load it. A
 *       wheel for any machine says that it needs none, so of its libraries only those count that a source of it names.
 * </ul>
 *
 * <p>The rest are programs, and libraries for a special use, such as the one that debugpy injects into other processes.
 */
final class Loading {

    private static final String INITIAL = "PyInit_";
    private static final String FOR_ANY_MACHINE = "-none-any.whl";

    private final List<LayerEntry> entries;
    private final Set<String> needed;
    private final Set<String> withModules;

    /** What one runtime loads. */
    Loading(List<Library> libraries, AuditedLayer layer, AuditedTarget target) {
        entries = layer.plan().entries();
        List<Library> usable = libraries.stream()
                .filter(library -> library.isFor(target) && library.fits(target))
                .toList();
        needed = usable.stream()
                .flatMap(library -> library.elf().needed().stream())
                .map(path -> FileName.of(path).text())
                .collect(Collectors.toSet());
        withModules =
                usable.stream().filter(Loading::isImported).map(Library::origin).collect(Collectors.toSet());
    }

    /** Whether importing a package of the layer, or what it does then, comes to this library. */
    boolean loads(Library library) {
        if (library.isProgram()) {
            return false;
        }
        return isImported(library)
                || needed.contains(library.elf().soname())
                || needed.contains(library.name().text())
                || library.path().contains(".libs/")
                || library.path().startsWith("lib/")
                || (!withModules.contains(library.origin()) && isOfUse(library));
    }

    private static boolean isImported(Library library) {
        String name = library.name().text();
        if (!name.endsWith(".so")) {
            return false;
        }
        boolean tagged = name.contains(".cpython-") || name.endsWith(".abi3.so");
        return tagged || Mention.of(library.name().stem(), INITIAL, "\0").isIn(library.entry());
    }

    /** For a package without modules: whether it can be what the package is there for. */
    private boolean isOfUse(Library library) {
        return !library.origin().endsWith(FOR_ANY_MACHINE)
                || entries.stream()
                        .filter(entry -> entry.path().endsWith(".py")
                                && entry.content().origin().equals(library.origin()))
                        .anyMatch(entry -> isNamedIn(entry, library.name()));
    }

    private static boolean isNamedIn(LayerEntry source, FileName name) {
        return Mention.of(name.text(), "", "").isIn(source)
                || Mention.of(name.stem(), "'", "'").isIn(source)
                || Mention.of(name.stem(), "\"", "\"").isIn(source);
    }
}
