package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitePackagesTest {

    @ParameterizedTest
    @CsvSource({
        "python/six.py, six.py",
        "python/bin/run, bin/run",
    })
    void flatPathsAreBesideThePackages(String path, String relative) {
        assertThat(SitePackages.FLAT.relative(path)).isEqualTo(relative);
        assertThat(SitePackages.FLAT.resolve(relative)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "python/lib/python3.13/site-packages/six.py, six.py",
        "python/lib/python3.13/site-packages-x, ../site-packages-x",
        "python/lib/x, ../../x",
        "python/bin/run, ../../../bin/run",
    })
    void placesOutsideOfSitePackagesAreAboveIt(String path, String relative) {
        assertThat(SitePackages.of("3.13").relative(path)).isEqualTo(relative);
    }
}
