package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Delivery;

/** A declared layer, and where it goes. */
record LayerDelivery(DeclaredLayer layer, Delivery delivery) {}
