package io.github.lambdalayer.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * One pattern of {@link Exclusions}. It matches a file when it matches the file's path or a folder above it.
 *
 * @param parts of the pattern, between slashes
 * @param anchored whether the first part must match at the top; else the only part may match anywhere
 */
record PathPattern(List<String> parts, boolean anchored) {

    private static final String ANY_FOLDERS = "**";

    static PathPattern of(String text) {
        String inner = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        boolean anchored = inner.indexOf('/') >= 0;
        return new PathPattern(split(inner.startsWith("/") ? inner.substring(1) : inner), anchored);
    }

    boolean matches(String path) {
        List<String> names = split(path);
        return anchored ? matchesFromTop(names) : names.stream().anyMatch(name -> glob(parts.get(0), name));
    }

    /** Goes back to the last {@code **} on a mismatch, which is enough: an earlier one could not match more. */
    private boolean matchesFromTop(List<String> names) {
        int part = 0;
        int name = 0;
        int lastAny = -1;
        int retry = 0;
        while (part < parts.size()) {
            if (parts.get(part).equals(ANY_FOLDERS)) {
                lastAny = part++;
                retry = name;
            } else if (name < names.size() && glob(parts.get(part), names.get(name))) {
                part++;
                name++;
            } else if (lastAny >= 0 && retry < names.size()) {
                part = lastAny + 1;
                name = ++retry;
            } else {
                return false;
            }
        }
        return true; // what is left of the path is inside of what the pattern names
    }

    /** {@code *}, {@code ?} and {@code [...]} within one name, iteratively. */
    private static boolean glob(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? matchOne(pattern, p, name.charAt(n)) : -1;
            if (next > 0) {
                p = next;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = n;
            } else if (star >= 0) {
                p = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on after it matched one character, or -1. */
    private static int matchOne(String pattern, int at, char c) {
        char p = pattern.charAt(at);
        int end = p == '[' ? pattern.indexOf(']', at + 2) : -1;
        if (end > 0) {
            return inSet(pattern.substring(at + 1, end), c) ? end + 1 : -1;
        }
        return p == '?' || p == c ? at + 1 : -1;
    }

    private static boolean inSet(String set, char c) {
        boolean negated = set.startsWith("!") || set.startsWith("^");
        boolean found = false;
        for (int i = negated ? 1 : 0; i < set.length(); i++) {
            boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
            char last = range ? set.charAt(i + 2) : set.charAt(i);
            found |= set.charAt(i) <= c && c <= last;
            i += range ? 2 : 0;
        }
        return found != negated;
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            parts.add(path.substring(start, slash));
            start = slash + 1;
        }
        parts.add(path.substring(start));
        return parts;
    }
}
