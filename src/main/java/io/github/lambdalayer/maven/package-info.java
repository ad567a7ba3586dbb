/** The goals: parameters in, one call, log and failure out; only here is Maven. */
@NullMarked
package io.github.lambdalayer.maven;

import org.jspecify.annotations.NullMarked;
