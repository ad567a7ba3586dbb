package io.github.lambdalayer.aws;

import java.util.List;

/**
 * How S3 takes a key of AWS KMS: by its id, by {@code alias/zips}, or by the ARN of either (Amazon S3 API, "PutObject",
 * {@code x-amz-server-side-encryption-aws-kms-key-id}).
 */
final class KmsKey {

    private static final String ALIAS = "alias/";

    private KmsKey() {}

    /** Whether a text has one of these forms; whether there is such a key, only AWS knows. */
    static boolean isOne(String text) {
        return text.startsWith("arn:") ? isArn(List.of(text.split(":", -1))) : isAlias(text) || isId(text);
    }

    /** {@code arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab}. */
    private static boolean isArn(List<String> parts) {
        return parts.size() == 6
                && parts.get(2).equals("kms")
                && isId(parts.get(1))
                && isId(parts.get(3))
                && isId(parts.get(4))
                && (isAlias(parts.get(5))
                        || (parts.get(5).startsWith("key/") && isId(parts.get(5).substring(4))));
    }

    private static boolean isAlias(String text) {
        return text.startsWith(ALIAS) && consistsOf(text.substring(ALIAS.length()), "/_-");
    }

    private static boolean isId(String text) {
        return consistsOf(text, "-");
    }

    private static boolean consistsOf(String text, String others) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || others.indexOf(c) >= 0);
    }
}
