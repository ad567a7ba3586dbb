package io.github.lambdalayer.python.version;

import java.util.List;

/**
 * A version as a text whose plain order is the order of versions, so that comparing is one comparison of strings.
 *
 * <pre>
 * key     = number *( SEGMENT number ) phase post dev local
 * number  = (char) count of digits, digits             a longer number is a greater one
 * phase   = DEV_ONLY / "a" number / "b" number / "c" number / NO_PRE
 * post    = NONE / SOME number
 * dev     = SOME number / LAST                         a development release comes before what it develops
 * local   = *( "1" letters-and-digits NUL / "2" number )
 * </pre>
 *
 * The first number is the epoch. Zeros at the end of the release are left out: {@code 1.0} and {@code 1} are equal.
 */
final class VersionKey {

    /** Above every phase's mark, so that 1.0 with anything behind it comes before 1.0.1. */
    private static final char SEGMENT = '~';

    private static final char DEV_ONLY = '0';
    private static final char NO_PRE = 'z';
    private static final char NONE = '0';
    private static final char SOME = '1';
    private static final char LAST = '9';

    private VersionKey() {}

    /** The key of everything but the local part. */
    static String of(VersionParts version) {
        StringBuilder key = upToPre(version);
        if (version.post().isEmpty()) {
            key.append(NONE);
        } else {
            number(key.append(SOME), version.post());
        }
        if (version.dev().isEmpty()) {
            key.append(LAST);
        } else {
            number(key.append(SOME), version.dev());
        }
        return key.toString();
    }

    /** A key above the version and all its post-releases, and below everything else that is above it. */
    static String afterPosts(VersionParts version) {
        return upToPre(version).append(SOME).append(Character.MAX_VALUE).toString();
    }

    private static StringBuilder upToPre(VersionParts version) {
        StringBuilder key = new StringBuilder(24);
        number(key, version.epoch());
        List<String> release = version.release();
        int count = version.significant();
        for (int i = 0; i < count; i++) {
            number(key.append(SEGMENT), release.get(i));
        }
        if (!version.preKind().isEmpty()) {
            // a, b and the last letter of rc
            number(key.append(version.preKind().charAt(version.preKind().length() - 1)), version.preNumber());
        } else {
            boolean devOnly = version.post().isEmpty() && !version.dev().isEmpty();
            key.append(devOnly ? DEV_ONLY : NO_PRE);
        }
        return key;
    }

    /** The rest of the key for a local part such as {@code ubuntu.1}; empty when there is none. */
    static String ofLocal(String local) {
        if (local.isEmpty()) {
            return "";
        }
        StringBuilder key = new StringBuilder(local.length() + 8);
        int start = 0;
        for (int i = 0; i <= local.length(); i++) {
            if (i == local.length() || local.charAt(i) == '.') {
                localPart(key, local.substring(start, i));
                start = i + 1;
            }
        }
        return key.toString();
    }

    private static void localPart(StringBuilder key, String part) {
        if (part.chars().allMatch(c -> c >= '0' && c <= '9')) {
            number(key.append('2'), part);
        } else {
            key.append('1').append(part).append('\0');
        }
    }

    private static void number(StringBuilder key, String digits) {
        key.append((char) digits.length()).append(digits);
    }
}
