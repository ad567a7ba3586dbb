package io.github.lambdalayer.lambda;

/** Which characters a name of AWS Lambda is made of. */
final class NameCharacters {

    private NameCharacters() {}

    /** The index of the first character that is no letter, digit, {@code -} or {@code _}; -1 when there is none. */
    static int firstOther(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isNameCharacter(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    static boolean isName(String text) {
        return !text.isEmpty() && firstOther(text) < 0;
    }

    /** Whether it is a number from 1 on, without a leading zero and with at most 18 digits. */
    static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= 18
                && text.charAt(0) != '0'
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean isAccount(String text) {
        return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
