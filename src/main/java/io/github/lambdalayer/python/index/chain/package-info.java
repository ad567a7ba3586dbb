/** Folders of wheels and indexes in their order: which of them knows a project, and what it has. */
@NullMarked
package io.github.lambdalayer.python.index.chain;

import org.jspecify.annotations.NullMarked;
