package io.github.lambdalayer.python.version;

/** What one clause accepts, prepared so that asking is a comparison of keys. */
interface Clause {

    boolean accepts(Version candidate);

    /** {@code ==1.0}: a candidate's local part counts only when the clause has one. */
    static Clause equal(Version operand) {
        String key = operand.key();
        return operand.local().isPresent()
                ? c -> c.key().equals(key)
                : c -> c.publicKey().equals(key);
    }

    /** {@code ===1.0.0}: the texts, without regard to the case of ASCII letters. */
    static Clause arbitrary(String operand) {
        String lower = lowerAscii(operand);
        return c -> lowerAscii(c.text()).equals(lower);
    }

    static String lowerAscii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return out.toString();
    }

    static Clause atMost(Version operand) {
        String key = operand.key();
        return c -> c.publicKey().compareTo(key) <= 0;
    }

    static Clause atLeast(Version operand) {
        String key = operand.key();
        return c -> c.publicKey().compareTo(key) >= 0;
    }

    /** {@code <1.0} rejects 1.0rc1 as well, so the bound is 1.0.dev0. */
    static Clause less(Version operand) {
        String bound = operand.isPreRelease()
                ? operand.key()
                : VersionKey.of(operand.parts().withFirstDev());
        return c -> c.publicKey().compareTo(bound) < 0;
    }

    /** {@code >1.0} rejects 1.0.post1 and 1.0+local as well; a development release has no post-releases. */
    static Clause greater(Version operand) {
        boolean exact = operand.isPostRelease() || operand.isDevRelease();
        String bound = exact ? operand.key() : VersionKey.afterPosts(operand.parts());
        return c -> c.publicKey().compareTo(bound) > 0;
    }

    /** {@code ~=1.4.2}: the written length of the release sets the prefix. */
    static Clause compatible(Version operand) {
        Clause atLeast = atLeast(operand);
        Clause prefix = prefix(operand.parts(), operand.parts().release().size() - 1);
        return c -> atLeast.accepts(c) && prefix.accepts(c);
    }

    /** {@code ==1.0.*}: the same epoch, and the first numbers of the release, missing ones being 0. */
    static Clause prefix(VersionParts operand, int length) {
        return c -> {
            VersionParts candidate = c.parts();
            boolean same = candidate.epoch().equals(operand.epoch());
            for (int i = 0; same && i < length; i++) {
                same = candidate.number(i).equals(operand.number(i));
            }
            return same;
        };
    }

    default Clause negated() {
        return c -> !accepts(c);
    }
}
