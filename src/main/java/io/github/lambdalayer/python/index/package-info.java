/** Python package indexes and the cache of wheels: pages, metadata, files, each verified before it is used. */
@NullMarked
package io.github.lambdalayer.python.index;

import org.jspecify.annotations.NullMarked;
