/** Files as the disk has them: written whole or not at all, digested, and what went wrong with them in words. */
@NullMarked
package io.github.lambdalayer.files;

import org.jspecify.annotations.NullMarked;
