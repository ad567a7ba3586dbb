package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that says as whom it asks AWS: the SDK looks for profiles, tokens and roles in the surroundings of a process. */
final class WhoAmI {

    private static final String ROLE = "as ";

    private WhoAmI() {}

    /** Prints a line for each identity: the access key and the account, or why there is none. */
    public static void main(String[] identities) {
        for (String identity : identities) {
            System.out.println(identity + ": " + answer(identity));
        }
    }

    /**
     * What the program says with these variables, and no others of AWS.
     *
     * @param identities profiles, {@code ""} for the chain, or {@code as arn:…} for a role on top of it
     */
    static List<String> ask(Map<String, String> environment, String... identities) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                WhoAmI.class.getName()));
        command.addAll(List.of(identities));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static String answer(String identity) {
        String role = identity.startsWith(ROLE) ? identity.substring(ROLE.length()) : "";
        AwsSettings settings = new AwsSettings(List.of("eu-west-1"), "", role.isEmpty() ? identity : "", role, "");
        try (AwsClients clients = AwsClients.open(settings)) {
            String account = new Preflight(clients).account();
            return clients.identity().accessKeyId() + " of " + account;
        } catch (LayerException e) {
            return e.block();
        }
    }
}
