package io.github.lambdalayer.audit;

import java.util.List;

/** One rule about layers. It knows no settings: it tells what it finds, as grave as that is by itself. */
interface LayerCheck extends Named {

    /** What it finds, in a fixed order. */
    List<Finding> check(AuditedLayer layer);
}
