/** What a Python package index is: projects, their files, where it is and how it is asked. Values and ports; the packages below do the work. */
@NullMarked
package io.github.lambdalayer.python.index;

import org.jspecify.annotations.NullMarked;
