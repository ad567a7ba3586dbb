package io.github.lambdalayer.testing.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Lambda demands of the list of layers that a function shall have. */
final class LayerListCheck {

    private static final String VERSION_ARN =
            "arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+";
    private static final long LIMIT = 262_144_000;

    private final Account account;
    private final String region;
    private final FakeFunction function;

    LayerListCheck(Account account, String region, FakeFunction function) {
        this.account = account;
        this.region = region;
        this.function = function;
    }

    void check(List<String> wanted) {
        Constraints constraints = new Constraints();
        wanted.forEach(arn -> constraints.length("layers", arn, 1, 2048).pattern("layers", arn, VERSION_ARN));
        constraints.check();
        if (!wanted.isEmpty() && function.isImage()) {
            throw Refusal.invalid("Please don't provide layers for a function with packageType Image.");
        }
        if (wanted.size() > 5) {
            throw Refusal.invalid("Cannot reference more than 5 layers.");
        }
        wanted.forEach(this::checkRegion);
        checkDistinct(wanted);
        checkSize(function.codeBytes()
                + wanted.stream().mapToLong(this::unzippedBytes).sum());
    }

    private void checkRegion(String arn) {
        if (!arn.split(":", -1)[3].equals(region)) {
            throw Refusal.invalid(
                    "Layers are not in the same region as the function. Layers are expected to be in region " + region
                            + ".");
        }
    }

    private static void checkDistinct(List<String> wanted) {
        Map<String, String> seen = new HashMap<>();
        for (String arn : wanted) {
            String other = seen.put(arn.substring(0, arn.lastIndexOf(':')), arn);
            if (other != null) {
                throw Refusal.invalid(
                        "Two different versions of the same layer are not allowed to be referenced in the same function. "
                                + other + " and " + arn + " are versions of the same layer.");
            }
        }
    }

    private long unzippedBytes(String arn) {
        if (account.denied.contains("lambda:GetLayerVersion on " + arn)
                || !account.allows("lambda:GetLayerVersion", arn)) {
            throw Refusal.denied(
                    account.user(),
                    "lambda:GetLayerVersion",
                    arn,
                    "no resource-based policy allows the lambda:GetLayerVersion action");
        }
        return account.layersOf(region)
                .find(arn)
                .orElseThrow(() -> Refusal.invalid("Layer version " + arn + " does not exist."))
                .unzippedBytes();
    }

    private static void checkSize(long bytes) {
        if (bytes > LIMIT) {
            throw Refusal.invalid(
                    "Function code combined with layers exceeds the maximum allowed size of 262144000 bytes."
                            + " The actual size is " + bytes + " bytes.");
        }
    }
}
