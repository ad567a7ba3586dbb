/** The page about layers: one file of HTML that needs nothing else. */
@NullMarked
package io.github.lambdalayer.report;

import org.jspecify.annotations.NullMarked;
