/** PubGrub for any package and version type: finds one version of each package, or proves in sentences that there is none. */
@NullMarked
package io.github.lambdalayer.solver;

import org.jspecify.annotations.NullMarked;
