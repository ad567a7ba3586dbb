package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Allow | {'Service': 'lambda.amazonaws.com'}              | 's3:GetObject'            | 'arn:aws:s3:::b/*'       | true
                    Allow | {'Service': ['x', 'lambda.amazonaws.com']}       | ['s3:Put*', 's3:Get*']    | ['arn:aws:s3:::b/a/*']   | true
                    Allow | {'AWS': '*'}                                     | 's3:*'                    | '*'                      | true
                    Allow | {'Service': 'lambda.amazonaws.com'}              | 's3:getobject'            | 'arn:aws:s3:::b/*'       | true
                    Allow | {'Service': 'lambda.amazonaws.com'}              | 's3:PutObject'            | 'arn:aws:s3:::${x}/*'    | true
                    Allow | '*'                                              | 's3:GetObject'            | 'arn:aws:s3:::b/a/z.zip' | true
                    Deny  | {'Service': 'lambda.amazonaws.com'}              | 's3:GetObject'            | 'arn:aws:s3:::b/*'       | false
                    Allow | {'Service': 'logs.amazonaws.com'}                | 's3:GetObject'            | 'arn:aws:s3:::b/*'       | false
                    Allow | {'AWS': 'arn:aws:iam::123456789012:root'}        | 's3:GetObject'            | 'arn:aws:s3:::b/*'       | false
                    Allow | {'Service': 'lambda.amazonaws.com'}              | 's3:PutObject'            | 'arn:aws:s3:::b/*'       | false
                    Allow | {'Service': 'lambda.amazonaws.com'}              | 's3:GetObject'            | 'arn:aws:s3:::b'         | false
                    Allow | {'Service': 'lambda.amazonaws.com'}              | 's3:GetObject'            | 'arn:aws:s3:::b/other/*' | false
                    """, quoteCharacter = '`')
    void aStatementLetsLambdaReadOrNot(
            String effect, String principal, String action, String resource, boolean letsLambda) throws IOException {
        String policy = ("{'Version': '2012-10-17', 'Id': ['x', {'y': 1}], 'Statement': [{'Sid': 'a', 'Effect': '"
                        + effect
                        + "', 'Principal': " + principal + ", 'Action': " + action + ", 'Resource': " + resource
                        + ", 'Condition': {'StringEquals': {'aws:SourceAccount': '123456789012'}}}]}")
                .replace('\'', '"');
        assertThat(BucketPolicy.parse(policy).letsLambda("s3:GetObject", "arn:aws:s3:::b/a/z.zip"))
                .isEqualTo(letsLambda);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotAction", "NotPrincipal", "NotResource"})
    void whatIsSaidByExclusionIsLeftToAws(String member) throws IOException {
        String policy = "{\"Statement\": {\"Effect\": \"Allow\", \"" + member + "\": \"x\"}}";
        assertThat(BucketPolicy.parse(policy).letsLambda("s3:GetObject", "arn:aws:s3:::b/a"))
                .isTrue();
    }

    @Test
    void whatIsNoPolicyAllowsNothingOrIsNotRead() throws IOException {
        assertThat(BucketPolicy.parse("{}").letsLambda("s3:GetObject", "arn:aws:s3:::b/a"))
                .isFalse();
        assertThatThrownBy(() -> BucketPolicy.parse("{\"Statement\": [")).isInstanceOf(IOException.class);
    }
}
