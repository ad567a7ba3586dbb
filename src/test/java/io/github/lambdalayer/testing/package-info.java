/** Fixtures that tests of several packages share. */
@NullMarked
package io.github.lambdalayer.testing;

import org.jspecify.annotations.NullMarked;
