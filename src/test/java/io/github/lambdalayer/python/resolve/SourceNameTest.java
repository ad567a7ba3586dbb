package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    zope-interface, zope.interface-5.0.tar.gz,      5.0
                    zope-interface, zope-interface-5.0.zip,         5.0
                    zope-interface, zope_interface-5.0-1.tar.bz2,   5.0.post1
                    a,              a-1.0+local.tar.gz,             1.0+local
                    a,              a-b-1.0.tar.gz,
                    a,              a-1.0.exe,
                    a,              a.tar.gz,
                    a,              -1.0.tar.gz,
                    a,              b-1.0.tar.gz,
                    """)
    void readsTheVersionBehindTheName(String name, String file, String version) {
        assertThat(new SourceName(PackageName.of(name))
                        .version(file)
                        .map(Version::toString)
                        .orElse(""))
                .isEqualTo(version == null ? "" : version);
    }
}
