/** Comparisons with other tools against the real index; nothing here runs without the profile {@code live}. */
@NullMarked
package io.github.lambdalayer.live;

import org.jspecify.annotations.NullMarked;
