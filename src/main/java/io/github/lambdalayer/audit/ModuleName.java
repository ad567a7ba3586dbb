package io.github.lambdalayer.audit;

/**
 * The path of a module, which says by which name it is imported, and by which Python (PEP 3149, PEP 3147). What a {@code .so} really
 * is, its content tells; see {@link Loading}.
 *
 * @param module the path without what says that, for example {@code python/numpy/_core/_multiarray_umath}
 * @param tag between the points, for example {@code cpython-313-x86_64-linux-gnu} or {@code abi3}; "" where there is nothing
 * @param ending behind the last point, for example {@code so}
 */
record ModuleName(String module, String tag, String ending) {

    private static final String PACKAGE = "/__init__";
    private static final String SYSTEM = "-linux-gnu";

    /** The last Python whose tags end in "m". */
    private static final int WITH_M = 7;

    /** Of any path; what is no module is for nobody. */
    static ModuleName of(String path) {
        int first = path.indexOf('.', path.lastIndexOf('/') + 1);
        int last = path.lastIndexOf('.');
        if (first < 0) {
            return new ModuleName(path, "", "");
        }
        String module = path.substring(0, first);
        return new ModuleName(
                module.endsWith(PACKAGE) ? module.substring(0, module.length() - PACKAGE.length()) : module,
                first == last ? "" : path.substring(first + 1, last),
                path.substring(last + 1));
    }

    /** Whether it is code that some Python can import. */
    boolean isCode() {
        return ending.equals("py") || ending.equals("pyc") || ending.equals("so");
    }

    /** Whether it is in the folder itself that its path is seen from: {@code typing.py}, {@code typing/__init__.py}. */
    boolean isTop() {
        return module.indexOf('/') < 0;
    }

    /** Whether this Python can import it. */
    boolean isFor(AuditedTarget target) {
        return switch (ending) {
            case "py", "pyc" -> tag.isEmpty();
            case "so" -> tag.isEmpty() || tag.equals("abi3") || tag.equals(tag(target));
            default -> false;
        };
    }

    /** Whether it is a compiled module of another Python, or of another system, whatever the processor. */
    boolean isForAnother(AuditedTarget target) {
        return ending.equals("so")
                && (tag.startsWith("cpython-") || tag.startsWith("pypy"))
                && !(tag.startsWith(python(target)) && tag.endsWith(SYSTEM));
    }

    private static String tag(AuditedTarget target) {
        return python(target) + target.target().architecture().machine() + SYSTEM;
    }

    private static String python(AuditedTarget target) {
        int minor = target.target().runtime().pythonMinor();
        return "cpython-3" + minor + (minor <= WITH_M ? "m" : "") + "-";
    }
}
