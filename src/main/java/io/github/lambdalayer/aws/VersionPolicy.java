package io.github.lambdalayer.aws;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The policy of a layer's version, as far as it is ours: statement by statement, who it lets in. Lambda gives it as JSON
 * in a text and rewrites what it was given: {@code 123456789012} comes back as {@code {"AWS":
 * "arn:aws:iam::123456789012:root"}}.
 */
record VersionPolicy(Map<String, VersionPolicy.Grant> grants, String revision) {

    /** Who a statement lets in. */
    record Grant(String principal, String organization) {

        static Grant of(LayerPermission permission) {
            return new Grant(permission.principal(), permission.organization());
        }

        private static Grant of(PolicyStatement statement) {
            return new Grant(account(statement.text("Principal")), statement.text("Condition"));
        }
    }

    /** No policy at all. */
    static final VersionPolicy NONE = new VersionPolicy(Map.of(), "");

    VersionPolicy {
        grants = Map.copyOf(grants);
    }

    static VersionPolicy parse(String document, String revision) throws IOException {
        Map<String, Grant> grants = new LinkedHashMap<>();
        for (PolicyStatement statement : PolicyStatement.of(document)) {
            if (statement.text("Sid").startsWith(LayerPermission.PREFIX)) {
                grants.put(statement.text("Sid"), Grant.of(statement));
            }
        }
        return new VersionPolicy(grants, revision);
    }

    /** {@code arn:aws:iam::123456789012:root} → {@code 123456789012}. */
    private static String account(String principal) {
        String[] parts = principal.split(":", -1);
        return parts.length == 6 && parts[2].equals("iam") && parts[5].equals("root") ? parts[4] : principal;
    }
}
