package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
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
 *   <li>every library of a package that has no module for this machine: what else would its sources load?
 * </ul>
 *
 * <p>The rest are programs, and libraries that a package with modules keeps for a special use, such as the one that debugpy
 * injects into other processes.
 */
final class Loading {

    private static final String INITIAL = "PyInit_";
    private static final int PIECE = 64 << 10;

    private final Set<String> needed;
    private final Set<String> withModules;

    /** What one runtime loads. */
    Loading(List<Library> libraries, AuditedTarget target) {
        List<Library> usable = libraries.stream()
                .filter(library -> library.isFor(target) && library.fits(target))
                .toList();
        needed = usable.stream()
                .flatMap(library -> library.elf().needed().stream())
                .map(Loading::fileName)
                .collect(Collectors.toSet());
        withModules =
                usable.stream().filter(Loading::isModule).map(Library::origin).collect(Collectors.toSet());
    }

    /** Whether importing a package of the layer, or what it does then, comes to this library. */
    boolean loads(Library library) {
        if (library.isProgram()) {
            return false;
        }
        return isModule(library)
                || needed.contains(library.elf().soname())
                || needed.contains(fileName(library.path()))
                || library.path().contains(".libs/")
                || library.path().startsWith("lib/")
                || !withModules.contains(library.origin());
    }

    private static boolean isModule(Library library) {
        String name = fileName(library.path());
        if (!name.endsWith(".so")) {
            return false;
        }
        boolean tagged = name.contains(".cpython-") || name.endsWith(".abi3.so");
        return tagged || holds(library, INITIAL + name.substring(0, name.indexOf('.')));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether a name is somewhere in the file, with a zero at its end as names of functions have it. */
    private static boolean holds(Library library, String name) {
        String wanted = new String((name + "\0").getBytes(UTF_8), ISO_8859_1);
        try (ByteSource bytes = library.entry().content().unpacked()) {
            String end = "";
            for (long at = 0; at < bytes.size(); at += PIECE) {
                ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, bytes.size() - at));
                bytes.read(at, piece);
                String text = end + new String(piece.array(), ISO_8859_1);
                if (text.contains(wanted)) {
                    return true;
                }
                end = text.substring(Math.max(0, text.length() - wanted.length()));
            }
            return false;
        } catch (LayerException | IOException e) {
            return true; // What cannot be told apart counts.
        }
    }
}
