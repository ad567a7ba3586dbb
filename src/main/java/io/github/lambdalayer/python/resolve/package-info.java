/** One wheel for each package, or the reason why not (PEP 425, 440, 508, 592; the policies of uv). */
@NullMarked
package io.github.lambdalayer.python.resolve;

import org.jspecify.annotations.NullMarked;
