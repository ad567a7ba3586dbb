package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;

/**
 * Whom a layer is shared with.
 *
 * @param isDeclared whether it is said at all; if not, what others have set up is left as it is
 * @param permissions who may use it, beside the account itself
 */
public record LayerSharing(boolean isDeclared, List<LayerPermission> permissions) {

    /** Nothing is said of it. */
    public static final LayerSharing UNDECLARED = new LayerSharing(false, List.of());

    public LayerSharing {
        permissions = permissions.stream().distinct().toList();
    }

    /**
     * What a pom declares.
     *
     * @param allowPublic whether everyone may be among them
     * @throws LayerException {@link AwsProblem#PUBLIC_LAYER}
     */
    public static LayerSharing of(List<LayerPermission> permissions, boolean allowPublic) {
        LayerSharing sharing = new LayerSharing(true, permissions);
        if (sharing.isPublic() && !allowPublic) {
            throw new LayerException(
                    AwsProblem.PUBLIC_LAYER,
                    "A permission for * lets every AWS account use the layer and read its content.",
                    "name accounts or an <organization>, or set <allowPublic>true</allowPublic> if that is meant");
        }
        return sharing;
    }

    /** Whether every account of AWS may use the layer. */
    public boolean isPublic() {
        return permissions.contains(new LayerPermission.Everyone());
    }
}
