package io.github.lambdalayer.audit;

import io.github.lambdalayer.elf.NeededVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Compares the symbol versions that libraries need with the newest that a runtime has. */
final class SymbolVersions {

    private static final int MAX_DIGITS = 6;

    /** Behind a sentence about libraries that are {@linkplain Loading not loaded} by imports. */
    private static final String UNUSED = "; no import was found that needs it.";

    /**
     * Libraries of one package that one runtime is too old for.
     *
     * @param needed the newest version that any of them needs
     * @param offered the newest that the runtime has
     * @param loaded whether imports come to them
     */
    record TooNew(List<Library> libraries, int needed, int offered, AuditedTarget target, boolean loaded) {

        /** As grave as it is: what no import loads breaks none. */
        Finding finding(Named check, String sentence, String hint) {
            return loaded ? check.error(sentence + ".", hint) : check.warning(sentence + UNUSED, hint);
        }
    }

    /** A library with the newest version that it needs. */
    private record Needing(Library library, int newest) {}

    /** Of one package, those that imports come to apart from the others. */
    private record Group(String origin, boolean loaded) {}

    private SymbolVersions() {}

    /** One element for each package and distinct target, two where some of its libraries are not loaded; in the order of the layer. */
    static List<TooNew> tooNew(
            List<Library> libraries,
            AuditedLayer layer,
            Function<NeededVersion, OptionalInt> number,
            ToIntFunction<AuditedTarget> offered) {
        List<TooNew> found = new ArrayList<>();
        for (AuditedTarget target : layer.targets()) {
            List<Needing> tooNew = libraries.stream()
                    .filter(library -> library.isFor(target) && library.fits(target))
                    .map(library -> new Needing(library, newest(library, number)))
                    .filter(needing -> needing.newest() > offered.applyAsInt(target))
                    .toList();
            if (!tooNew.isEmpty()) {
                Loading loading = new Loading(libraries, layer, target);
                groups(tooNew, loading)
                        .forEach((group, byVersion) -> found.add(new TooNew(
                                byVersion.descendingMap().values().stream()
                                        .flatMap(List::stream)
                                        .toList(),
                                byVersion.lastKey(),
                                offered.applyAsInt(target),
                                target,
                                group.loaded())));
            }
        }
        return found;
    }

    private static Map<Group, NavigableMap<Integer, List<Library>>> groups(List<Needing> tooNew, Loading loading) {
        Map<Group, NavigableMap<Integer, List<Library>>> groups = new LinkedHashMap<>();
        for (Needing needing : tooNew) {
            Library library = needing.library();
            groups.computeIfAbsent(new Group(library.origin(), loading.loads(library)), group -> new TreeMap<>())
                    .computeIfAbsent(needing.newest(), version -> new ArrayList<>())
                    .add(library);
        }
        return groups;
    }

    private static int newest(Library library, Function<NeededVersion, OptionalInt> number) {
        return library.elf().versions().stream()
                .map(number)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .max()
                .orElse(-1);
    }

    /** The number behind a prefix, up to the next point: 17 of {@code GLIBC_2.17}, 2 of {@code GLIBC_2.2.5}. */
    static OptionalInt number(String version, String prefix) {
        if (!version.startsWith(prefix)) {
            return OptionalInt.empty();
        }
        int end = prefix.length();
        while (end < version.length() && version.charAt(end) >= '0' && version.charAt(end) <= '9') {
            end++;
        }
        int digits = end - prefix.length();
        return digits == 0 || digits > MAX_DIGITS
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(version.substring(prefix.length(), end)));
    }
}
