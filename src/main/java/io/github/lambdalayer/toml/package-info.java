/** Strict reading of TOML 1.0 files, where every value knows its line and column; knows no Python. */
@NullMarked
package io.github.lambdalayer.toml;

import org.jspecify.annotations.NullMarked;
