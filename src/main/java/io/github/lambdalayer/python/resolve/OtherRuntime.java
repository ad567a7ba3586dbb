package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.target.PythonTarget;

/**
 * Another interpreter that the user could choose, for a hint where a package has no wheel for the chosen one.
 *
 * @param advice in lower case without full stop: {@code set <runtime>python3.12</runtime>}
 */
public record OtherRuntime(PythonTarget target, String advice) {}
