/** Wheel files: their names, METADATA, WHEEL and RECORD, and the check that they hold what they promise (PEP 427). */
@NullMarked
package io.github.lambdalayer.python.wheel;

import org.jspecify.annotations.NullMarked;
