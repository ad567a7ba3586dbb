package io.github.lambdalayer.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InheritedTest {

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "Path", "HOME", "LC_ALL", "TZ", "TMPDIR", "SystemRoot", "AWS_REGION", "PYENV_ROOT"})
    void whereThingsAreIsHandedOn(String name) {
        assertThat(Inherited.isHarmless(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "AWS_PROFILE",
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "GITHUB_TOKEN",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                "CI_JOB_TOKEN",
                "MISE_GITHUB_TOKEN",
                "HTTPS_PROXY",
                "DATABASE_URL",
                "PYTHONPATH",
                "PYTHONSTARTUP",
                "LD_PRELOAD",
                "MAVEN_OPTS"
            })
    void whatMayBeSecretOrASettingIsNot(String name) {
        assertThat(Inherited.isHarmless(name)).isFalse();
    }
}
