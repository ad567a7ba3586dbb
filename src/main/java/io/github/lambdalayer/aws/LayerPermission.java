package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;

/** Who else may use a layer: "Layer versions that are shared" in Lambda's guide, and AddLayerVersionPermission. */
public sealed interface LayerPermission {

    /** What the statement is called; those that begin with {@link #PREFIX} are ours to change. */
    String statementId();

    /** The principal, as the call takes it. */
    String principal();

    /** The organization, or "" for none. */
    default String organization() {
        return "";
    }

    String PREFIX = "lambda-layer-";

    /** One account. */
    record Account(String id) implements LayerPermission {

        @Override
        public String statementId() {
            return PREFIX + "account-" + id;
        }

        @Override
        public String principal() {
            return id;
        }
    }

    /** All accounts of an AWS Organization, for example {@code o-a1b2c3d4e5}. */
    record Organization(String id) implements LayerPermission {

        @Override
        public String statementId() {
            return PREFIX + "organization-" + id;
        }

        @Override
        public String principal() {
            return "*";
        }

        @Override
        public String organization() {
            return id;
        }
    }

    /** Every account of AWS. */
    record Everyone() implements LayerPermission {

        @Override
        public String statementId() {
            return PREFIX + "everyone";
        }

        @Override
        public String principal() {
            return "*";
        }
    }

    /**
     * The permission for an account: twelve digits, or {@code *} for everyone.
     *
     * @throws LayerException {@link AwsProblem#BAD_PERMISSION}
     */
    static LayerPermission ofAccount(String text) {
        if (text.equals("*")) {
            return new Everyone();
        }
        boolean digits = text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw new LayerException(
                    AwsProblem.BAD_PERMISSION,
                    "\"" + Printable.name(text) + "\" is not an AWS account.",
                    "write twelve digits, or * for every account");
        }
        return new Account(text);
    }

    /**
     * The permission for an organization: {@code o-} and 10 to 32 letters and digits.
     *
     * @throws LayerException {@link AwsProblem#BAD_PERMISSION}
     */
    static LayerPermission ofOrganization(String text) {
        String id = text.startsWith("o-") ? text.substring(2) : "";
        boolean legal = id.length() >= 10
                && id.length() <= 32
                && id.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
        if (!legal) {
            throw new LayerException(
                    AwsProblem.BAD_PERMISSION,
                    "\"" + Printable.name(text) + "\" is not an AWS Organization.",
                    "it looks like o-a1b2c3d4e5: see aws organizations describe-organization");
        }
        return new Organization(text);
    }
}
