/** Pages of projects, as JSON or HTML: asked for, read, and kept packed. */
@NullMarked
package io.github.lambdalayer.python.index.page;

import org.jspecify.annotations.NullMarked;
