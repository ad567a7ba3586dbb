package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.name.PackageName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNameTest {

    private static final List<PackageName> KNOWN = Stream.of("numpy", "pandas", "boto3", "a", "python-dateutil")
            .map(PackageName::of)
            .toList();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    numpi,           numpy
                    nupmy,           numpy
                    numppy,          numpy
                    pnadsa,          pandas
                    boto,            boto3
                    python-dateutils,python-dateutil
                    b,
                    numbers,
                    pandas,
                    scipy,
                    """)
    void findsWhatWasProbablyMeant(String wrong, String meant) {
        assertThat(NearName.of(PackageName.of(wrong), KNOWN)
                        .map(PackageName::value)
                        .orElse(""))
                .isEqualTo(meant == null ? "" : meant);
    }
}
