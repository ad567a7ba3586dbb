/** The folder of the cache: where each thing is in it, who may write, and what is said when something cannot be written or is missing. */
@NullMarked
package io.github.lambdalayer.python.index.cache;

import org.jspecify.annotations.NullMarked;
