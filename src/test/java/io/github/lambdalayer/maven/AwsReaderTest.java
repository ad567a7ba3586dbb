package io.github.lambdalayer.maven;

import static io.github.lambdalayer.maven.PomTrees.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.aws.LayerPermission;
import io.github.lambdalayer.aws.LayerSharing;
import io.github.lambdalayer.aws.Staging;
import io.github.lambdalayer.aws.StorageMode;
import io.github.lambdalayer.build.Delivery;
import io.github.lambdalayer.problem.LayerException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AwsReaderTest {

    @Test
    void faultsOfAllParametersAreToldTogether() {
        assertFails(
                """
                9 problems:

                <region> 2: "eu-west-1a" is not the name of an AWS region.

                <expectedAccount> is "12345"; it must be an account of AWS, which has twelve digits.

                endpointUrl must be an http or https URL, and is "localhost:4566".

                <storageMode>: "LINK" is not a storageMode: COPY or REFERENCE.

                <stagedZips> is "burn"; it must be keep or delete.

                <bucket>: "stage-{regoin}" is not the name of a bucket.

                <bucketPrefix>: "zips/{acount}/" has braces that are not filled in.

                <allowPublic> is "maybe"; it must be true or false.

                <permission> 1: "2109" is not an AWS account.

                hint: a region looks like eu-west-1
                hint: it looks like https://localhost:4566
                hint: it looks like stage-{account}-{region}; these two are filled in, and nothing else
                hint: only {region} and {account} are
                hint: write twelve digits, or * for every account
                see problems.html#bad-region""",
                true,
                ParameterTree.list("regions", List.of("eu-west-1", "eu-west-1a")),
                text("expectedAccount", "12345"),
                text("endpointUrl", "localhost:4566"),
                text("storageMode", "LINK"),
                text("stagedZips", "burn"),
                text("bucket", "stage-{regoin}"),
                text("bucketPrefix", "zips/{acount}/"),
                text("allowPublic", "maybe"),
                permissions(permission(text("account", "2109"))));
    }

    @Test
    void aPermissionIsForAnAccountOrAnOrganization() {
        String either = " must have either an <account> or an <organization>";
        assertFails(
                "3 problems:\n\n<permission> 1" + either + ".\n\n<permission> 2" + either
                        + ", and has both.\n\n<permission> 3" + either + """
                .

                hint: <permission><account>210987654321</account></permission>
                see problems.html#bad-parameter""",
                true,
                permissions(
                        permission(),
                        permission(text("account", "210987654321"), text("organization", "o-a1b2c3d4e5")),
                        text("permission", "210987654321")));
    }

    @Test
    void whatIsOnlyForZipsThatAreSentIsNothingToOtherGoals() {
        Delivery delivery = read(
                false,
                text("storageMode", "LINK"),
                text("bucket", "{"),
                text("allowPublic", "maybe"),
                permissions(permission()));
        assertThat(delivery.staging()).isEqualTo(Staging.DIRECT);
        assertThat(delivery.sharing()).isEqualTo(LayerSharing.UNDECLARED);
    }

    @Test
    void whatIsRightIsTaken() {
        Delivery delivery = read(
                true,
                text("regions", "eu-west-1, us-gov-east-1"),
                text("expectedAccount", "123456789012"),
                text("storageMode", "reference"),
                text("bucket", "stage-{account}-{region}"),
                text("bucketPrefix", ""),
                text("allowPublic", "true"),
                permissions(permission(text("account", "*"))));
        assertThat(delivery.aws().regions()).containsExactly("eu-west-1", "us-gov-east-1");
        assertThat(delivery.aws().expectedAccount()).isEqualTo("123456789012");
        assertThat(delivery.staging()).isEqualTo(new Staging("stage-{account}-{region}", "", StorageMode.REFERENCE));
        assertThat(delivery.sharing()).isEqualTo(new LayerSharing(true, List.of(new LayerPermission.Everyone())));
    }

    @Test
    void aPropertyThatNobodyHasDefinedIsNamed() {
        assertFails("""
                <expectedAccount> is "${account}"; it must be an account of AWS, which has twelve digits.
                hint: there is no property account: define it in <properties>, or with -Daccount=…
                see problems.html#bad-parameter""", true, text("expectedAccount", "${account}"));
    }

    private static ParameterTree permissions(ParameterTree... permissions) {
        return new ParameterTree("permissions", "", List.of(permissions));
    }

    private static ParameterTree permission(ParameterTree... parts) {
        return new ParameterTree("permission", "", List.of(parts));
    }

    private static Delivery read(boolean isSent, ParameterTree... trees) {
        Map<String, ParameterTree> pom = new LinkedHashMap<>();
        Stream.of(trees).forEach(tree -> pom.put(tree.name(), tree));
        return new AwsReader(Parameters.of(Map.of(), pom, Map.of()), isSent).read(Optional.empty());
    }

    private static void assertFails(String block, boolean isSent, ParameterTree... trees) {
        assertThatThrownBy(() -> read(isSent, trees))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo(block));
    }
}
