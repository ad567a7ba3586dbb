package io.github.lambdalayer.audit;

import java.util.List;

/** All checks, in the order in which their findings are told. */
final class Checks {

    static final List<LayerCheck> ALL = List.of(
            new UnzippedSizeCheck(),
            new ZippedSizeCheck(),
            new CollisionCheck(),
            new MissingRequirementCheck(),
            new SdkShadowCheck(),
            new StdlibShadowCheck(),
            new PthCheck(),
            new CaseCollisionCheck(),
            new FileModeCheck(),
            new StaleBytecodeCheck(),
            new LeftoversCheck(),
            new SecretCheck(),
            new RuntimeLifecycleCheck());

    private Checks() {}
}
