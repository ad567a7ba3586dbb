package io.github.lambdalayer.build;

import java.nio.file.Path;

/** A layer that is ready for AWS: the zip, and what is known of it. */
record Shipment(LayerSpec spec, Path zip, LayerResult result) {}
