/** The pipeline from a specification to an attached layer; the entry point without Maven. */
@NullMarked
package io.github.lambdalayer.build;

import org.jspecify.annotations.NullMarked;
