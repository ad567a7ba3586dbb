/** pyproject.toml: what a Python project says that it needs (PEP 621, PEP 735). */
@NullMarked
package io.github.lambdalayer.python.project;

import org.jspecify.annotations.NullMarked;
