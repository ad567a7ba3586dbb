/** Publishes layer versions and attaches them to functions; the only package that sees the AWS SDK. */
@NullMarked
package io.github.lambdalayer.aws;

import org.jspecify.annotations.NullMarked;
