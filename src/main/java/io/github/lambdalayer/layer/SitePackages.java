package io.github.lambdalayer.layer;

/**
 * The folder of the layer that Python finds packages in.
 *
 * @param folder for example {@code python}, without a slash at the end
 */
public record SitePackages(String folder) {

    /** For one runtime, or for packages that are the same for all: {@code python}. */
    public static final SitePackages FLAT = new SitePackages("python");

    /** For one of several runtimes; {@code 3.13} gives {@code python/lib/python3.13/site-packages}. */
    public static SitePackages of(String pythonVersion) {
        return new SitePackages("python/lib/python" + pythonVersion + "/site-packages");
    }

    /** Written out, as is {@link #hashCode}: the JVM takes milliseconds to make those of a record at their first call. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SitePackages that && folder.equals(that.folder);
    }

    @Override
    public int hashCode() {
        return folder.hashCode();
    }

    /** The layer's path of a file that a wheel has at {@code path}. */
    String resolve(String path) {
        return folder + "/" + path;
    }

    /** The layer's path of what RECORD calls {@code relative}, the reverse of {@link #relative}. */
    String absolute(String relative) {
        String base = folder;
        String rest = relative;
        while (rest.startsWith("../")) {
            base = base.substring(0, Math.max(0, base.lastIndexOf('/')));
            rest = rest.substring(3);
        }
        return base.isEmpty() ? rest : base + "/" + rest;
    }

    /**
     * How RECORD calls a file of the layer: beside the packages {@code six.py}, elsewhere {@code ../../../bin/run}.
     *
     * @param path in the layer, below {@code python/}
     */
    String relative(String path) {
        if (path.startsWith(folder + "/")) {
            return path.substring(folder.length() + 1);
        }
        StringBuilder up = new StringBuilder();
        String common = folder;
        while (!path.startsWith(common + "/")) {
            up.append("../");
            common = common.substring(0, Math.max(0, common.lastIndexOf('/')));
        }
        return up + path.substring(common.length() + 1);
    }
}
