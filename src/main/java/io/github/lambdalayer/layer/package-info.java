/** Plans and writes the layer's zip, in a fixed order and with bytes that depend on nothing but its content. */
@NullMarked
package io.github.lambdalayer.layer;

import org.jspecify.annotations.NullMarked;
