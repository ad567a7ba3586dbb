package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;

/** The program that {@link ProfilesTest} starts, since the SDK looks for profiles and tokens in the home of a process. */
final class WhoAmI {

    private WhoAmI() {}

    /** Prints a line for each profile: the access key and the account, or why there is none. */
    public static void main(String[] profiles) {
        for (String profile : profiles) {
            System.out.println(profile + ": " + answer(profile));
        }
    }

    private static String answer(String profile) {
        try (AwsClients clients = AwsClients.open(new AwsSettings(List.of("eu-west-1"), "", profile, "", ""))) {
            String account = new Preflight(clients).account();
            return clients.identity().accessKeyId() + " of " + account;
        } catch (LayerException e) {
            return e.block();
        }
    }
}
