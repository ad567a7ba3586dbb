/** Wheels and their metadata: fetched, verified, and kept by digest for every build of this machine. */
@NullMarked
package io.github.lambdalayer.python.index.wheels;

import org.jspecify.annotations.NullMarked;
