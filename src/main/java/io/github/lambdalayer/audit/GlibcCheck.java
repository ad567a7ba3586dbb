package io.github.lambdalayer.audit;

import io.github.lambdalayer.elf.NeededVersion;
import java.util.List;
import java.util.OptionalInt;

/**
 * Libraries that need a newer glibc than the runtime's, whatever the wheel's name promises. An error where imports come to
 * them; a warning for programs and for what {@link Loading} finds to be for a special use.
 */
final class GlibcCheck implements LibraryCheck {

    /** The version that packs relocations into a new form; glibc 2.36 reads it first. */
    private static final String RELATIVE_RELOCATIONS = "GLIBC_ABI_DT_RELR";

    @Override
    public String id() {
        return "glibc";
    }

    @Override
    public List<Finding> check(List<Library> libraries, AuditedLayer layer) {
        return SymbolVersions.tooNew(
                        libraries, layer, GlibcCheck::minor, t -> t.target().glibcMinor())
                .stream()
                .map(found -> found.finding(
                        this,
                        Libraries.told(found.libraries(), "needs", "need") + " glibc 2." + found.needed() + ", and "
                                + found.target().target().runtime() + " has glibc 2." + found.offered(),
                        "choose a release with a wheel for manylinux_2_" + found.offered()
                                + " or older, or a newer <runtime>"))
                .toList();
    }

    /** 17 of {@code GLIBC_2.17}; of {@code GLIBC_2.2.5} 2. */
    private static OptionalInt minor(NeededVersion version) {
        return version.version().equals(RELATIVE_RELOCATIONS)
                ? OptionalInt.of(36)
                : SymbolVersions.number(version.version(), "GLIBC_2.");
    }
}
