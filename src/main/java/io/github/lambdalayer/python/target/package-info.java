/** The interpreter that a wheel must run on: tags (PEP 425, PEP 600) and marker values (PEP 508). */
@NullMarked
package io.github.lambdalayer.python.target;

import org.jspecify.annotations.NullMarked;
