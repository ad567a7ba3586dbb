/** Strict reading and raw writing of zip archives: entries are checked and copied without being recompressed. */
@NullMarked
package io.github.lambdalayer.zip;

import org.jspecify.annotations.NullMarked;
