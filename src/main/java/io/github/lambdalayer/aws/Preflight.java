package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.FunctionChoice.Named;
import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;

/** What has to be right before the first call that changes something. */
final class Preflight {

    private final AwsClients clients;

    Preflight(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * The caller's account: twelve digits.
     *
     * @throws LayerException {@link AwsProblem#NO_REGION}, {@link AwsProblem#NO_CREDENTIALS}, {@link
     *     AwsProblem#WRONG_ACCOUNT} and others
     */
    String account() {
        String region = clients.regions().get(0);
        clients.checkCredentials();
        return callerAs(region);
    }

    /**
     * Checks that the caller, these layers and these functions are of the expected account, where one is expected.
     *
     * @throws LayerException {@link AwsProblem#NO_CREDENTIALS}, {@link AwsProblem#WRONG_ACCOUNT} and others
     */
    void checkAccounts(List<LayerVersionArn> layers, List<FunctionWish> functions) {
        clients.checkCredentials();
        String expected = clients.settings().expectedAccount();
        if (expected.isEmpty()) {
            return;
        }
        callerAs(layers.isEmpty() ? clients.regions().get(0) : layers.get(0).region());
        Problems problems = new Problems();
        for (LayerVersionArn layer : layers) {
            checkOwner(problems, "Layer " + layer, layer.account(), "mvn lambda-layer:publish");
        }
        for (FunctionWish function : functions) {
            if (function.choice() instanceof Named named) {
                checkOwner(problems, named.name());
            }
        }
        problems.throwIfAny();
    }

    private void checkOwner(Problems problems, FunctionName function) {
        String hint = "name a function of that account, or its name alone";
        function.account().ifPresent(account -> checkOwner(problems, "Function " + function, account, hint));
    }

    private void checkOwner(Problems problems, String what, String account, String hint) {
        String expected = clients.settings().expectedAccount();
        if (!account.equals(expected)) {
            problems.add(new LayerException(
                    AwsProblem.WRONG_ACCOUNT,
                    what + " is of account " + account + ", and expectedAccount is \"" + Printable.name(expected)
                            + "\".",
                    hint));
        }
    }

    private String callerAs(String region) {
        String account = clients.once("account", () -> callerAccount(region));
        String expected = clients.settings().expectedAccount();
        if (!expected.isEmpty() && !expected.equals(account)) {
            throw new LayerException(
                    AwsProblem.WRONG_ACCOUNT,
                    "The AWS credentials belong to account " + account + ", and expectedAccount is \""
                            + Printable.name(expected) + "\".",
                    "choose a <profile> or a <roleArn> of that account");
        }
        return account;
    }

    private String callerAccount(String region) {
        try {
            return clients.sts(region).getCallerIdentity().account();
        } catch (SdkException e) {
            throw new AwsFailures(region, "sts:GetCallerIdentity", "the caller").of(e);
        }
    }

    /** Throws when the account's storage cannot take so many unzipped bytes more, as far as AWS tells. */
    void checkStorage(String region, long unzippedBytes) {
        try {
            GetAccountSettingsResponse settings = clients.once(
                    "settings " + region, () -> clients.lambda(region).getAccountSettings(b -> {}));
            if (isFull(settings, unzippedBytes)) {
                throw new AwsFailures(region, "lambda:PublishLayerVersion", "").storageFull(null);
            }
        } catch (SdkException e) {
            AwsError error = new AwsError(e);
            boolean optional = error.status() == 404
                    || error.status() == 501
                    || error.code().equals("AccessDeniedException");
            // Services that resemble AWS do not have the call, and few policies allow it: publishing will tell.
            if (!optional) {
                throw new AwsFailures(region, "lambda:GetAccountSettings", "the account").of(e);
            }
        }
    }

    /** False too when the answer leaves usage or limit out. */
    private static boolean isFull(GetAccountSettingsResponse settings, long unzippedBytes) {
        if (settings.accountUsage() == null || settings.accountLimit() == null) {
            return false;
        }
        Long used = settings.accountUsage().totalCodeSize();
        Long limit = settings.accountLimit().totalCodeSize();
        return used != null && limit != null && used + unzippedBytes > limit;
    }
}
