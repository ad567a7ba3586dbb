/** Versions, specifiers and their order (PEP 440). */
@NullMarked
package io.github.lambdalayer.python.version;

import org.jspecify.annotations.NullMarked;
