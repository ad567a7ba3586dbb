package io.github.lambdalayer.python.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UploadTimeTest {

    @Test
    void timesAreThoseOfTheJdksParser() {
        List<String> table = List.of(
                "2021-05-05T14:18:17.237200Z",
                "2021-05-05T14:18:17.2Z",
                "2021-05-05T14:18:17Z",
                "1970-01-01T00:00:00.000001Z",
                "2024-02-29T23:59:59.999999Z",
                "9999-12-31T23:59:59Z",
                "2021-05-05T14:18:17+02:00",
                "2021-05-05T14:18Z");
        for (String text : table) {
            assertThat(UploadTime.instant(UploadTime.micros(text)).orElseThrow())
                    .as(text)
                    .isEqualTo(OffsetDateTime.parse(text).toInstant());
        }
    }

    @Test
    void everyInstantIsReadBack() {
        Random random = new Random(700);
        for (int i = 0; i < 2000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000))
                    .truncatedTo(ChronoUnit.MICROS);
            assertThat(UploadTime.instant(UploadTime.micros(instant.toString())))
                    .contains(instant);
        }
    }

    @Test
    void whatIsNoTimeIsUnknown() {
        List<String> table = List.of(
                "",
                "yesterday",
                "2021-05-05",
                "2021-02-30T00:00:00Z",
                "2021-13-01T00:00:00Z",
                "2021-05-05T24:00:01Z",
                "2021-05-05T14:60:00Z",
                "2021-05-05T14:18:17",
                "1969-12-31T23:59:59Z",
                "2021-05-05T14:18:17Z" + "0".repeat(100));
        for (String text : table) {
            assertThat(UploadTime.micros(text)).as(text).isEqualTo(UploadTime.UNKNOWN);
        }
    }
}
