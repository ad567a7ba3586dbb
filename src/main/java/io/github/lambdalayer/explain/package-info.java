/** Answers about what was chosen: who requires what, why something is in or out, and what is newer. */
@NullMarked
package io.github.lambdalayer.explain;

import org.jspecify.annotations.NullMarked;
