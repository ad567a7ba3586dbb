package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The libraries that a runtime brings: those of its operating system in {@code /lib64}, and those of its Python in
 * {@code /var/lang/lib}. The lists are of what functions had in 2026; a container image has more.
 */
final class RuntimeLibraries {

    private static final int GLIBC_OF_AL2 = 26;
    private static final int GLIBC_OF_AL2023 = 34;
    private static final int FIRST_WITH_ZSTD = 14;

    private static final Set<String> OF_PYTHON_ON_AL2 = Set.of(
            "libbz2.so.1",
            "libcrypt.so.1",
            "libgdbm.so.4",
            "libgdbm_compat.so.4",
            "liblzma.so.5",
            "libreadline.so.6",
            "libsqlite3.so.0",
            "libpython3.so");

    private static final Set<String> OF_PYTHON_ON_AL2023 = Set.of(
            "libbz2.so.1",
            "libcrypt.so.2",
            "libgdbm.so.6",
            "libgdbm_compat.so.4",
            "liblzma.so.5",
            "libreadline.so.8",
            "libsqlite3.so.0",
            "libpython3.so");

    /**
     * Libraries that wheels are known to ask for and that some runtime is known to lack: what manylinux takes for granted,
     * names that only Debian has, the C library of Alpine, the OpenMP of GCC and the drivers' manager of ODBC.
     */
    private static final Set<String> WATCHED = Set.of(
            "libGL.so.1",
            "libICE.so.6",
            "libSM.so.6",
            "libX11.so.6",
            "libXext.so.6",
            "libXrender.so.1",
            "libatomic.so.1",
            "libexpat.so.1",
            "libglib-2.0.so.0",
            "libgobject-2.0.so.0",
            "libgomp.so.1",
            "libgthread-2.0.so.0",
            "libmvec.so.1",
            "libnsl.so.1",
            "libodbc.so.2",
            "libcrypt.so.1",
            "libcrypt.so.2",
            "libssl.so.1.1",
            "libcrypto.so.1.1",
            "libssl.so.10",
            "libcrypto.so.10",
            "libssl.so.3",
            "libcrypto.so.3",
            "libffi.so.6",
            "libffi.so.7",
            "libffi.so.8",
            "libbz2.so.1.0",
            "libpcre.so.3",
            "libtinfo.so.5",
            "libncursesw.so.5",
            "libjpeg.so.8",
            "libc.musl-x86_64.so.1",
            "libc.musl-aarch64.so.1");

    private final Set<String> names;

    private RuntimeLibraries(Set<String> names) {
        this.names = names;
    }

    /** The libraries of a target; empty when its operating system is not known. */
    static Optional<RuntimeLibraries> of(LambdaTarget target) {
        int glibc = target.runtime().glibcMinor();
        if (glibc != GLIBC_OF_AL2 && glibc != GLIBC_OF_AL2023) {
            return Optional.empty();
        }
        boolean al2 = glibc == GLIBC_OF_AL2;
        boolean x86 = target.architecture().text().equals("x86_64");
        Set<String> names = new HashSet<>(read((al2 ? "al2-" : "al2023-") + target.architecture() + ".sonames"));
        if (!al2 && x86) {
            names.add("libcrypt.so.1");
        }
        if (target.runtime().language() == Language.PYTHON) {
            names.addAll(ofPython(target.runtime().pythonMinor(), al2));
        }
        return Optional.of(new RuntimeLibraries(names));
    }

    private static Set<String> ofPython(int minor, boolean al2) {
        Set<String> names = new HashSet<>(al2 ? OF_PYTHON_ON_AL2 : OF_PYTHON_ON_AL2023);
        names.add("libpython3." + minor + ".so.1.0");
        if (minor >= FIRST_WITH_ZSTD) {
            names.add("libzstd.so.1");
        }
        return names;
    }

    private static Set<String> read(String resource) {
        try (InputStream in = Objects.requireNonNull(RuntimeLibraries.class.getResourceAsStream(resource), resource)) {
            return Set.of(new String(in.readAllBytes(), UTF_8).strip().split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the runtime has a library of this soname. */
    boolean has(String soname) {
        return names.contains(soname);
    }

    /** Whether the runtime surely has none of this soname; of most others nothing is known. */
    boolean surelyLacks(String soname) {
        return WATCHED.contains(soname) && !has(soname);
    }
}
