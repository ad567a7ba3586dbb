package io.github.lambdalayer.python.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockedSpecTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "REQUIREMENTS | six | six,pandas==2.2.3 | requirement pandas==2.2.3 was added",
                "REQUIREMENTS | six,pandas==2.2.3 | six | requirement pandas==2.2.3 was removed",
                "REQUIREMENTS | pandas==2.2.3 | pandas==2.3.0 | requirement pandas==2.2.3 became pandas==2.3.0",
                "REQUIREMENTS | pandas[aws]<3 | Pandas<3 | requirement pandas[aws]<3 became Pandas<3",
                "REQUIREMENTS | six,idna | idna,six | ''",
                "CONSTRAINTS | '' | numpy<2 | constraint numpy<2 was added",
                "OVERRIDES | numpy<2 | '' | override numpy<2 was removed",
                "EXCLUDED | '' | boto3 | excluded package boto3 was added",
                "RUNTIMES | python3.12 | python3.13 | runtime python3.12 was removed;runtime python3.13 was added",
                "ARCHITECTURES | x86_64 | x86_64,arm64 | architecture arm64 was added",
                "GLIBC | '' | 2.34 | glibc 2.34 was added",
                "PYTHON_FULL_VERSION | 3.13.0 | 3.13.5 | pythonFullVersion 3.13.0 became 3.13.5",
                "PRERELEASES | if-necessary | allow | prereleases if-necessary became allow",
                "RESOLUTION | highest | lowest | resolution highest became lowest",
                "UPLOADED_PRIOR_TO | P7D | '' | uploadedPriorTo P7D was removed",
                "INDEXES | corp https://a/,pypi https://b/ | pypi https://b/,corp https://a/"
                        + " | the order of indexes was changed",
                "INDEXES | pypi https://a/ | pypi https://b/ | index pypi https://a/ became pypi https://b/",
                "FIND_LINKS | '' | wheels | findLinks wheels was added",
            })
    void changesAreToldInSentences(SpecTopic topic, String before, String now, String sentences) {
        assertThat(spec(topic, before).differences(spec(topic, now))).containsExactlyElementsOf(split(sentences, ";"));
    }

    @Test
    void whatIsTheSameIsNotTold() {
        assertThat(Locks.spec().differences(Locks.spec())).isEmpty();
    }

    @Test
    void lockThatIsOutOfDateIsToldWithEveryChange() {
        LockedSpec now = Locks.spec()
                .with(SpecTopic.REQUIREMENTS, List.of("python-dateutil", "pandas==2.2.3"))
                .with(SpecTopic.RUNTIMES, List.of("python3.12", "python3.13"));
        Pylock lock = Locks.small();
        assertThat(lock.outOfDate(lock.differences(now))).isEqualTo("""
                        pylock.toml is out of date:
                          requirement pandas==2.2.3 was added
                          runtime python3.13 was added""");
    }

    private static LockedSpec spec(SpecTopic topic, String texts) {
        return LockedSpec.NONE.with(topic, split(texts, ","));
    }

    private static List<String> split(String texts, String separator) {
        return texts.isEmpty() ? List.of() : List.of(texts.split(separator));
    }
}
