package io.github.lambdalayer.aws;

/** A pattern in which {@code *} is any text and {@code ?} any character, as in {@code orders-*} and {@code s3:Get*}. */
record Wildcard(String pattern) {

    /** Goes back to the last star only, which is enough, so that no pattern is slow. */
    boolean matches(String text) {
        int at = 0;
        int star = -1;
        int tried = 0;
        for (int i = 0; i < text.length(); ) {
            boolean fits = at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(i));
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                tried = i;
            } else if (fits) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++tried;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
