/** Checks a planned layer before a byte of it is written: what Lambda will refuse, what will not load, what surprises. */
@NullMarked
package io.github.lambdalayer.audit;

import org.jspecify.annotations.NullMarked;
