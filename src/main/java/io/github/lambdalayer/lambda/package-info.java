/** What AWS Lambda is, as plain values: runtimes, architectures, names and limits. */
@NullMarked
package io.github.lambdalayer.lambda;

import org.jspecify.annotations.NullMarked;
