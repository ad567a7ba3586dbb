/** A CPython of this machine: found, and asked to compile, to import, to run a handler. No build needs one. */
@NullMarked
package io.github.lambdalayer.interpreter;

import org.jspecify.annotations.NullMarked;
