package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, aws",
        "ap-southeast-9, aws",
        "cn-north-1, aws-cn",
        "us-gov-west-1, aws-us-gov",
        "us-iso-east-1, aws-iso",
        "us-isob-east-1, aws-iso-b",
        "eusc-de-east-1, aws-eusc",
        "*, *"
    })
    void aRegionIsInOnePartition(String region, String partition) {
        assertThat(Partition.of(region)).isEqualTo(partition);
    }
}
