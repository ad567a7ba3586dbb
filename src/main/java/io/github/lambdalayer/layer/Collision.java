package io.github.lambdalayer.layer;

/**
 * Two files that want one place; the layer holds the first.
 *
 * @param path the place, for example {@code python/tests/__init__.py}
 * @param kept who brings the file that the layer holds
 * @param dropped who brings the other one
 */
public record Collision(String path, String kept, String dropped) {}
