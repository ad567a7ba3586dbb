package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which goals resolve dependencies of the project. */
class DependenciesTest {

    private static final Parameters BUILT = Parameters.of(Map.of(), Map.of(), Map.of());
    private static final Parameters GIVEN = Parameters.of(Map.of("lambda-layer.zip", "a.zip"), Map.of(), Map.of());
    /** None of them is asked for anything. */
    @SuppressWarnings("NullAway")
    private static final MavenServices SERVICES = new MavenServices(null, null, null, null, null);

    @Test
    void layersAreMadeOfAllOfThem() {
        assertThat(new PackageMojo(SERVICES).needs(BUILT)).isEqualTo(Dependencies.ALL);
        assertThat(new PublishMojo(SERVICES).needs(BUILT)).isEqualTo(Dependencies.ALL);
        assertThat(new CheckMojo(SERVICES).needs(BUILT)).isEqualTo(Dependencies.ALL);
    }

    @Test
    void whoBringsAZipSendsItWithoutAny() {
        assertThat(new PublishMojo(SERVICES).needs(GIVEN)).isEqualTo(Dependencies.NONE);
        assertThat(new AttachMojo(SERVICES).needs(GIVEN)).isEqualTo(Dependencies.NONE);
        assertThat(new PlanMojo(SERVICES).needs(GIVEN)).isEqualTo(Dependencies.NONE);
    }

    @Test
    void locksNameWheels() {
        assertThat(new LockMojo(SERVICES).needs(BUILT)).isEqualTo(Dependencies.WHEELS);
        assertThat(new TreeMojo(SERVICES).needs(BUILT)).isEqualTo(Dependencies.WHEELS);
        assertThat(new CheckMojo(SERVICES).needs(GIVEN)).isEqualTo(Dependencies.WHEELS);
    }

    @Test
    void whoAsksAwsAloneNeedsNone() {
        assertThat(new PruneMojo(SERVICES).needs(BUILT)).isEqualTo(Dependencies.NONE);
        assertThat(new DetachMojo(SERVICES).needs(BUILT)).isEqualTo(Dependencies.NONE);
        assertThat(new PolicyMojo(SERVICES).needs(BUILT)).isEqualTo(Dependencies.NONE);
    }
}
