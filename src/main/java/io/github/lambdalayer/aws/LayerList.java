package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;
import java.util.ArrayList;
import java.util.List;

/** The list of a function's layers, which is always written as a whole. */
final class LayerList {

    private LayerList() {}

    /**
     * The list with this version in the place of the layer's other version, or at the end. Later layers are laid over
     * earlier ones, so the order of the others has to stay.
     */
    static List<String> with(List<String> layers, LayerVersionArn version) {
        String own = version.withoutVersion() + ":";
        List<String> wanted = new ArrayList<>();
        boolean placed = false;
        for (String layer : layers) {
            if (!layer.startsWith(own)) {
                wanted.add(layer);
            } else if (!placed) {
                wanted.add(version.value());
                placed = true;
            }
        }
        if (!placed) {
            wanted.add(version.value());
        }
        return List.copyOf(wanted);
    }
}
