package io.github.lambdalayer.aws;

/**
 * As whom AWS is asked; an empty text means that the SDK decides, from the environment and the profiles.
 *
 * @param profile a profile of the files that the AWS CLI reads too; it comes before keys in the environment
 * @param roleArn a role to assume with the credentials found
 */
public record AwsIdentity(String profile, String roleArn) {

    /** Whoever the SDK's chain finds. */
    public static final AwsIdentity OF_THE_CHAIN = new AwsIdentity("", "");
}
