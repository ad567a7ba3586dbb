package io.github.lambdalayer.testing.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a policy of IAM allows: actions on resources, under a condition on tags where it has one. */
final class Allowances {

    private final List<Map<String, Object>> statements;

    @SuppressWarnings("unchecked")
    Allowances(String policy) {
        try {
            Object read = Json.object(policy.getBytes(StandardCharsets.UTF_8)).get("Statement");
            statements = read == null ? List.of() : (List<Map<String, Object>>) read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean allow(String action, String resource, Map<String, String> tags) {
        return statements.stream()
                .anyMatch(statement -> texts(statement, "Action").contains(action)
                        && texts(statement, "Resource").stream().anyMatch(each -> matches(each, resource))
                        && holds(Json.object(Json.object(statement, "Condition"), "StringLike"), tags));
    }

    private static boolean holds(Map<String, Object> condition, Map<String, String> tags) {
        return condition.entrySet().stream().allMatch(entry -> {
            String key = entry.getKey().substring("aws:ResourceTag/".length());
            return tags.containsKey(key) && matches(String.valueOf(entry.getValue()), tags.getOrDefault(key, ""));
        });
    }

    private static List<String> texts(Map<String, Object> statement, String member) {
        return statement.get(member) instanceof List<?>
                ? Json.strings(statement, member)
                : List.of(Json.string(statement, member));
    }

    private static boolean matches(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + c));
        }
        return text.matches(regex.toString());
    }
}
