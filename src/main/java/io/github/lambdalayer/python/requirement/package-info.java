/** Requirements and markers (PEP 508). */
@NullMarked
package io.github.lambdalayer.python.requirement;

import org.jspecify.annotations.NullMarked;
