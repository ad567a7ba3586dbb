package io.github.lambdalayer.audit;

import io.github.lambdalayer.elf.NeededVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Compares the symbol versions that libraries need with the newest that a runtime has. */
final class SymbolVersions {

    private static final int MAX_DIGITS = 6;

    /**
     * Libraries of one package that one runtime is too old for.
     *
     * @param needed the newest version that any of them needs
     * @param offered the newest that the runtime has
     */
    record TooNew(List<Library> libraries, int needed, int offered, AuditedTarget target) {}

    private SymbolVersions() {}

    /** One element for each package and distinct target, in the order of the layer. */
    static List<TooNew> tooNew(
            List<Library> libraries,
            AuditedLayer layer,
            Function<NeededVersion, OptionalInt> number,
            ToIntFunction<AuditedTarget> offered) {
        List<TooNew> found = new ArrayList<>();
        for (AuditedTarget target : layer.targets()) {
            Map<String, TreeMap<Integer, List<Library>>> byOrigin = new LinkedHashMap<>();
            for (Library library : libraries) {
                int newest = newest(library, number);
                if (library.isFor(target) && library.fits(target) && newest > offered.applyAsInt(target)) {
                    byOrigin.computeIfAbsent(library.origin(), origin -> new TreeMap<>())
                            .computeIfAbsent(newest, version -> new ArrayList<>())
                            .add(library);
                }
            }
            byOrigin.values()
                    .forEach(byVersion -> found.add(new TooNew(
                            byVersion.descendingMap().values().stream()
                                    .flatMap(List::stream)
                                    .toList(),
                            byVersion.lastKey(),
                            offered.applyAsInt(target),
                            target)));
        }
        return found;
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
