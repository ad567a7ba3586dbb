/** How every failure is told: a code, a sentence, and hints that the user can follow. */
@NullMarked
package io.github.lambdalayer.problem;

import org.jspecify.annotations.NullMarked;
