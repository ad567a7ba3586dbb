/** Proxies as Maven knows them, and which of them stands before an address. */
@NullMarked
package io.github.lambdalayer.proxy;

import org.jspecify.annotations.NullMarked;
