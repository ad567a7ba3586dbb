/**
 * A stand-in for AWS Lambda's layer and function calls, S3 and STS, for tests: strict about what the service refuses,
 * stateful, and able to fail in the ways that networks and services fail.
 */
@NullMarked
package io.github.lambdalayer.testing.aws;

import org.jspecify.annotations.NullMarked;
