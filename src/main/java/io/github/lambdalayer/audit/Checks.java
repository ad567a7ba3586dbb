package io.github.lambdalayer.audit;

import java.util.List;
import java.util.stream.Stream;

/** All checks, in the order in which their findings are told. */
final class Checks {

    static final List<LayerCheck> ALL = List.of(
            new UnzippedSizeCheck(),
            new ZippedSizeCheck(),
            new CollisionCheck(),
            new PlaceCheck(),
            new PlatformCheck(),
            new MissingRequirementCheck(),
            new TwoVersionsCheck(),
            new NumpyCheck(),
            new SdkShadowCheck(),
            new StdlibShadowCheck(),
            new SplitPackageCheck(),
            new PthCheck(),
            new CaseCollisionCheck(),
            new FileModeCheck(),
            new ShebangCheck(),
            new LinkCheck(),
            new StaleBytecodeCheck(),
            new LeftoversCheck(),
            new SecretCheck(),
            new RuntimeLifecycleCheck(),
            new WheelFormatCheck());

    /** Those that look at libraries. */
    static final List<LibraryCheck> OF_LIBRARIES = List.of(
            new ElfMachineCheck(),
            new GlibcCheck(),
            new LibstdcxxCheck(),
            new NeededLibraryCheck(),
            new LibraryPathCheck());

    /** The names of all checks, for example {@code unzipped-size}. */
    static List<String> names() {
        return Stream.concat(ALL.stream(), OF_LIBRARIES.stream()).map(Named::id).toList();
    }

    private Checks() {}
}
