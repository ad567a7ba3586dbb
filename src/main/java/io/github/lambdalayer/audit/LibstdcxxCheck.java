package io.github.lambdalayer.audit;

import io.github.lambdalayer.elf.NeededVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Libraries that need a newer libstdc++ than the runtime's. Amazon Linux 2023 went from 3.4.29 to 3.4.33 in June 2025, and
 * functions that are pinned to an older image still have the old one.
 */
final class LibstdcxxCheck implements LibraryCheck {

    private static final String SONAME = "libstdc++.so.6";
    private static final int LAST_OF_AL2 = 24;
    private static final int FIRST_OF_AL2023 = 29;
    private static final int LAST_OF_AL2023 = 33;
    private static final int GLIBC_OF_AL2023 = 34;

    @Override
    public String id() {
        return "libstdc++";
    }

    @Override
    public List<Finding> check(List<Library> libraries, AuditedLayer layer) {
        List<Finding> findings = new ArrayList<>();
        for (SymbolVersions.TooNew found :
                SymbolVersions.tooNew(libraries, layer, LibstdcxxCheck::patch, LibstdcxxCheck::surelyThere)) {
            boolean mayBeThere = isAl2023(found.target()) && found.needed() <= LAST_OF_AL2023;
            String needs = Libraries.told(found.libraries(), "needs", "need") + " GLIBCXX_3.4." + found.needed()
                    + " of libstdc++, and " + found.target().target().runtime();
            findings.add(
                    mayBeThere
                            ? warning(
                                    needs + " has it since June 2025 only.",
                                    "keep the function's runtime version on automatic updates")
                            : found.finding(
                                    this,
                                    needs + " has no more than GLIBCXX_3.4." + most(found.target()),
                                    "choose a release that was built with an older compiler"));
        }
        return findings;
    }

    /** A package with a copy of its own under another name asks for that name. */
    private static OptionalInt patch(NeededVersion version) {
        return version.library().equals(SONAME)
                ? SymbolVersions.number(version.version(), "GLIBCXX_3.4.")
                : OptionalInt.empty();
    }

    private static int surelyThere(AuditedTarget target) {
        return isAl2023(target) ? FIRST_OF_AL2023 : LAST_OF_AL2;
    }

    private static int most(AuditedTarget target) {
        return isAl2023(target) ? LAST_OF_AL2023 : LAST_OF_AL2;
    }

    private static boolean isAl2023(AuditedTarget target) {
        return target.target().runtime().glibcMinor() >= GLIBC_OF_AL2023;
    }
}
