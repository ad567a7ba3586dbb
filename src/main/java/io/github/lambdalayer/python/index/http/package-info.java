/** Requests to indexes: sockets, TLS, proxies, redirects, retries, credentials, and what went wrong in words. */
@NullMarked
package io.github.lambdalayer.python.index.http;

import org.jspecify.annotations.NullMarked;
