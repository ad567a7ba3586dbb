/** Normalised names of packages and extras (PEP 503, PEP 685). */
@NullMarked
package io.github.lambdalayer.python.name;

import org.jspecify.annotations.NullMarked;
