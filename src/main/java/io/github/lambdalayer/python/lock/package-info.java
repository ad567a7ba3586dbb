/** Lock files: pylock.toml (PEP 751), read strictly, written the same way each time, and compared with the pom. */
@NullMarked
package io.github.lambdalayer.python.lock;

import org.jspecify.annotations.NullMarked;
