package io.github.lambdalayer.testing.aws;

/** The little XML that STS and S3 speak. */
final class Xml {

    private Xml() {}

    /** {@code <name>text</name>}, escaped. */
    static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
