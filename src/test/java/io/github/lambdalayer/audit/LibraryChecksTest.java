package io.github.lambdalayer.audit;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.testing.ElfBuilder;
import io.github.lambdalayer.testing.WheelBuilder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryChecksTest {

    private static final String DEMO = "demo-1.0-py3-none-any.whl";

    @TempDir
    Path folder;

    @AutoClose
    private AuditFixture layer;

    @BeforeEach
    void open() {
        layer = new AuditFixture(folder);
    }

    @Test
    void librariesOfTheRuntimesOwnKindAreFine() {
        byte[] good = ElfBuilder.x86_64()
                .needs("libc.so.6", "GLIBC_2.2.5", "GLIBC_2.34")
                .needs("libstdc++.so.6", "GLIBCXX_3.4", "GLIBCXX_3.4.29")
                .versionsOf("libstdc++-a1b2c3.so.6", "GLIBCXX_3.4.99")
                .bytes();
        assertThat(findings(demo(good))).isEmpty();
    }

    @Test
    void libraryForAnotherMachine() {
        assertThat(findings(demo(ElfBuilder.i386())))
                .containsExactly(new Finding(
                        "elf-machine",
                        Level.ERROR,
                        "python/demo/x.so of " + DEMO + " is for i386, and python3.13 runs on x86_64.",
                        List.of("choose a release with a wheel for x86_64")));
        layer.architecture(Architecture.ARM64);
        assertThat(findings(demo(ElfBuilder.x86_64().bytes()).file("demo/y.so.1", ElfBuilder.i386())))
                .extracting(Finding::message)
                .containsExactly("python/demo/x.so and 1 more library of " + DEMO
                        + " are for i386 and x86_64, and python3.13 runs on aarch64.");
    }

    @Test
    void packageThatChoosesAmongItsLibrariesIsWarnedOf() {
        WheelBuilder both = demo(ElfBuilder.x86_64().bytes())
                .file("demo/y.so", ElfBuilder.aarch64().bytes());
        assertThat(findings(both))
                .containsExactly(
                        new Finding(
                                "elf-machine",
                                Level.WARN,
                                "python/demo/y.so of " + DEMO + " is for aarch64, and python3.13 runs on x86_64.",
                                List.of(
                                        "the package has others for x86_64, so nothing is lost when <exclusions> leave this out")));
    }

    @Test
    void programsAreLookedAtToo() {
        WheelBuilder program = wheel("demo", "1.0")
                .file("demo/tool", ElfBuilder.aarch64().bytes(), 0100755, e -> {})
                .file("demo/data", ElfBuilder.aarch64().bytes())
                .executable("demo/script", "#!/bin/sh\n");
        assertThat(findings(program))
                .extracting(Finding::message)
                .containsExactly("python/demo/tool of " + DEMO + " is for aarch64, and python3.13 runs on x86_64.");
    }

    @Test
    void newerGlibcThanTheRuntimeHas() {
        WheelBuilder demo = demo(module().needs("libc.so.6", "GLIBC_2.35").bytes())
                .file(
                        "demo/y.so",
                        ElfBuilder.x86_64()
                                .needs("libm.so.6", "GLIBC_2.38")
                                .exports("PyInit_y")
                                .bytes())
                .file(
                        "demo/z.so",
                        ElfBuilder.x86_64().needs("libm.so.6", "GLIBC_2.27").bytes());
        assertThat(findings(demo))
                .containsExactly(new Finding(
                        "glibc",
                        Level.ERROR,
                        "python/demo/y.so and 1 more library of " + DEMO
                                + " need glibc 2.38, and python3.13 has glibc 2.34.",
                        List.of("choose a release with a wheel for manylinux_2_34 or older, or a newer <runtime>")));
        layer.runtime("python3.11");
        assertThat(findings(demo(module().needs("libm.so.6", "GLIBC_2.27").bytes())))
                .extracting(Finding::message)
                .containsExactly("python/demo/x.so of " + DEMO + " needs glibc 2.27, and python3.11 has glibc 2.26.");
    }

    private static final String TAGGED = ".cpython-313-x86_64-linux-gnu.so";

    /** As debugpy keeps a library that it injects into other processes. */
    @Test
    void newerGlibcWhereNoImportNeedsIt() {
        WheelBuilder debugger = wheel("demo", "1.0")
                .file("demo/fast" + TAGGED, ElfBuilder.x86_64().bytes())
                .file("demo/attach/attach.so", newer());
        assertThat(findings(debugger))
                .containsExactly(new Finding(
                        "glibc",
                        Level.WARN,
                        "python/demo/attach/attach.so of " + DEMO
                                + " needs glibc 2.38, and python3.13 has glibc 2.34; no import was found that needs it.",
                        List.of("choose a release with a wheel for manylinux_2_34 or older, or a newer <runtime>")));
    }

    /** As debugpy does it in its wheel for any machine. */
    @Test
    void wheelForAnyMachineWithALibraryThatNoSourceNames() {
        WheelBuilder debugger = wheel("demo", "1.0")
                .file("demo/__init__.py", "name = 'attach_' + system + '.so'")
                .file("demo/attach_linux.so", newer());
        assertThat(findings(debugger)).extracting(Finding::level).containsExactly(Level.WARN);
    }

    @Test
    void programWithANewerGlibcIsWarnedOf() {
        WheelBuilder program = wheel("demo", "1.0").file("demo/tool", newer(), 0100755, e -> {});
        assertThat(findings(program))
                .extracting(Finding::level, Finding::message)
                .containsExactly(
                        tuple(
                                Level.WARN,
                                "python/demo/tool of " + DEMO
                                        + " needs glibc 2.38, and python3.13 has glibc 2.34; no import was found that needs it."));
    }

    /** Each of these is loaded, so that something cannot be imported. */
    @Test
    void newerGlibcWhereAnImportNeedsIt() {
        byte[] fine = ElfBuilder.x86_64().bytes();
        byte[] module = ElfBuilder.x86_64()
                .needs("libc.so.6", "GLIBC_2.38")
                .exports("PyInit_plain")
                .bytes();
        byte[] deep = ElfBuilder.x86_64()
                .needs("libc.so.6", "GLIBC_2.38")
                .padding(200_000)
                .exports("PyInit_plain")
                .bytes();
        byte[] user =
                ElfBuilder.x86_64().needs("libinner.so.2").runpath("$ORIGIN").bytes();
        byte[] named = ElfBuilder.x86_64()
                .needs("libc.so.6", "GLIBC_2.38")
                .soname("libinner.so.2")
                .bytes();
        List<WheelBuilder> broken = List.of(
                wheel("demo", "1.0").file("demo/a" + TAGGED, newer()).file("demo/b" + TAGGED, fine),
                wheel("demo", "1.0").file("demo/a.abi3.so", newer()).file("demo/b" + TAGGED, fine),
                wheel("demo", "1.0").file("demo/plain.so", module).file("demo/b" + TAGGED, fine),
                wheel("demo", "1.0").file("demo/plain.so", deep).file("demo/b" + TAGGED, fine),
                wheel("demo", "1.0").file("demo.libs/libx-1a.so.1", newer()).file("demo/b" + TAGGED, fine),
                wheel("demo", "1.0").file("demo/libinner.so.2", newer()).file("demo/b" + TAGGED, user),
                wheel("demo", "1.0").file("demo/libinner.so", named).file("demo/b" + TAGGED, user),
                wheel("demo", "1.0").tag("py3-none-manylinux_2_17_x86_64").file("demo/lib/libdemo.so", newer()),
                wheel("demo", "1.0").file("demo/lib/libdemo.so", newer()).file("demo/a.py", "x = 'lib/libdemo.so'"),
                wheel("demo", "1.0").file("demo/lib/libdemo.so", newer()).file("demo/a.py", "load('libdemo')"));
        for (WheelBuilder each : broken) {
            assertThat(findings(each)).extracting(Finding::level).containsExactly(Level.ERROR);
        }
    }

    @Test
    void bothKindsInOnePackageAreToldApart() {
        WheelBuilder both =
                wheel("demo", "1.0").file("demo/a" + TAGGED, newer()).file("demo/attach.so", newer());
        assertThat(findings(both))
                .extracting(Finding::level, Finding::message)
                .containsExactly(
                        tuple(
                                Level.ERROR,
                                "python/demo/a" + TAGGED + " of " + DEMO
                                        + " needs glibc 2.38, and python3.13 has glibc 2.34."),
                        tuple(
                                Level.WARN,
                                "python/demo/attach.so of " + DEMO
                                        + " needs glibc 2.38, and python3.13 has glibc 2.34; no import was found that needs it."));
    }

    @Test
    void newerLibstdcxxWhereNoImportNeedsIt() {
        byte[] plugin =
                ElfBuilder.x86_64().needs("libstdc++.so.6", "GLIBCXX_3.4.34").bytes();
        assertThat(findings(wheel("demo", "1.0")
                        .file("demo/a" + TAGGED, ElfBuilder.x86_64().bytes())
                        .file("demo/plugin.so", plugin)))
                .extracting(Finding::level)
                .containsExactly(Level.WARN);
    }

    private static ElfBuilder module() {
        return ElfBuilder.x86_64().exports("PyInit_x");
    }

    private static byte[] newer() {
        return ElfBuilder.x86_64().needs("libc.so.6", "GLIBC_2.38").bytes();
    }

    @Test
    void relocationsThatOlderLoadersCannotRead() {
        assertThat(findings(
                        demo(module().needs("libc.so.6", "GLIBC_ABI_DT_RELR").bytes())))
                .extracting(Finding::message)
                .containsExactly("python/demo/x.so of " + DEMO + " needs glibc 2.36, and python3.13 has glibc 2.34.");
    }

    @Test
    void newerLibstdcxxThanTheRuntimeHas() {
        assertThat(findings(
                        demo(module().needs("libstdc++.so.6", "GLIBCXX_3.4.30").bytes())))
                .containsExactly(new Finding(
                        "libstdc++",
                        Level.WARN,
                        "python/demo/x.so of " + DEMO + " needs GLIBCXX_3.4.30 of libstdc++, and python3.13 has"
                                + " it since June 2025 only.",
                        List.of("keep the function's runtime version on automatic updates")));
        assertThat(findings(
                        demo(module().needs("libstdc++.so.6", "GLIBCXX_3.4.34").bytes())))
                .containsExactly(new Finding(
                        "libstdc++",
                        Level.ERROR,
                        "python/demo/x.so of " + DEMO + " needs GLIBCXX_3.4.34 of libstdc++, and python3.13 has"
                                + " no more than GLIBCXX_3.4.33.",
                        List.of("choose a release that was built with an older compiler")));
        layer.runtime("python3.11");
        assertThat(findings(
                        demo(module().needs("libstdc++.so.6", "GLIBCXX_3.4.25").bytes())))
                .extracting(Finding::level)
                .containsExactly(Level.ERROR);
    }

    @Test
    void modulesFailWithALibraryOfTheirOwnThatMissesOne() {
        WheelBuilder raster = demo(module().needs("libgdal-1a.so.1")
                        .rpath("$ORIGIN/../demo.libs")
                        .bytes())
                .file(
                        "demo.libs/libgdal-1a.so.1",
                        ElfBuilder.x86_64().needs("libexpat.so.1").bytes());
        assertThat(findings(raster))
                .extracting(Finding::level, Finding::message)
                .containsExactly(tuple(
                        Level.ERROR,
                        "python/demo.libs/libgdal-1a.so.1 of " + DEMO
                                + " needs libexpat.so.1, which neither the layer nor python3.13 has."));
        WheelBuilder plugin = demo(module().bytes())
                .file(
                        "demo.libs/libgdal-1a.so.1",
                        ElfBuilder.x86_64().needs("libexpat.so.1").bytes());
        assertThat(findings(plugin)).extracting(Finding::level).containsExactly(Level.WARN);
    }

    /** A folder of the machine on which it was built, as DT_RUNPATH of a library that nobody repaired. */
    @Test
    void libraryWhereTheLoaderDoesNotLook() {
        ElfBuilder user = module().needs("libdemo.so.1");
        byte[] library = ElfBuilder.x86_64().soname("libdemo.so.1").bytes();
        WheelBuilder lost = demo(ElfBuilder.x86_64()
                        .exports("PyInit_x")
                        .needs("libdemo.so.1")
                        .runpath("/home/build/lib:$ORIGIN")
                        .bytes())
                .file("demo/parts/libdemo.so.1.0", library);
        assertThat(findings(lost))
                .containsExactly(new Finding(
                        "library-path",
                        Level.WARN,
                        "python/demo/x.so of " + DEMO
                                + " needs libdemo.so.1, and the loader does not look where the layer"
                                + " has it, in /opt/python/demo/parts.",
                        List.of("put it into lib/ of the layer, or load it first with ctypes.CDLL")));
        for (String path : List.of("$ORIGIN/parts", "/nowhere:${ORIGIN}/../demo/parts/", "/opt/python/demo/parts")) {
            byte[] finds = module().needs("libdemo.so.1").runpath(path).bytes();
            assertThat(findings(demo(finds).file("demo/parts/libdemo.so.1.0", library)))
                    .isEmpty();
            byte[] findsEarly = module().needs("libdemo.so.1").rpath(path).bytes();
            assertThat(findings(demo(user.bytes())
                            .file("demo/parts/libdemo.so.1.0", library)
                            .file("demo/y.so", findsEarly)))
                    .isEmpty();
        }
        assertThat(findings(demo(module().needs("liba.so.1")
                                .rpath("$ORIGIN/parts")
                                .bytes())
                        .file(
                                "demo/parts/liba.so.1",
                                ElfBuilder.x86_64().needs("libdemo.so.1").bytes())
                        .file("demo/parts/libdemo.so.1", library)))
                .as("what DT_RPATH of the one that loads it says")
                .isEmpty();
        assertThat(findings(demo(user.bytes())
                        .file("demo/parts/libdemo.so.1.0", library)
                        .file("demo/load.py", "ctypes.CDLL(path)\n")))
                .isEmpty();
        assertThat(findings(demo(user.bytes())
                        .file("demo/parts/libdemo.so.1.0", library)
                        .file("demo/start", "#!/bin/sh\nexport LD_LIBRARY_PATH=parts\n")))
                .isEmpty();
        assertThat(findings(demo(user.bytes())
                        .file("demo/parts/libdemo.so.1.0", library)
                        .file("demo/notes", "set LD_LIBRARY_PATH")))
                .hasSize(1);
    }

    @Test
    void libraryThatNobodyHas() {
        byte[] module = ElfBuilder.x86_64()
                .needs("libGL.so.1")
                .needs("libexpat.so.1")
                .needs("libz.so.1")
                .needs("libpython3.13.so.1.0")
                .needs("libinside-1a2b.so.2")
                .needs("libother.so.5")
                .bytes();
        WheelBuilder demo = demo(module)
                .file("demo.libs/libinside-1a2b.so.2", ElfBuilder.x86_64().bytes())
                .file(
                        "demo/plugins/libplugin.so",
                        ElfBuilder.x86_64().needs("libX11.so.6").bytes());
        String hint = "put them into lib/ of the layer with <resources>, or choose a package that brings them";
        assertThat(findings(demo))
                .containsExactly(
                        new Finding(
                                "needed-library",
                                Level.WARN,
                                "python/demo/plugins/libplugin.so and 1 more library of " + DEMO
                                        + " need libX11.so.6, libother.so.5, which neither the layer nor python3.13 has.",
                                List.of(hint)),
                        new Finding(
                                "needed-library",
                                Level.ERROR,
                                "python/demo/x.so of " + DEMO
                                        + " needs libGL.so.1, libexpat.so.1, which neither the layer nor python3.13 has.",
                                List.of(hint)));
        assertThat(findings(demo(ElfBuilder.x86_64().needs("libexpat.so.1").bytes())))
                .extracting(Finding::hints)
                .containsExactly(
                        List.of("put it into lib/ of the layer with <resources>, or choose a package that brings it"));
        layer.runtime("python3.11");
        assertThat(findings(demo(ElfBuilder.x86_64().needs("libexpat.so.1").bytes())))
                .isEmpty();
    }

    @Test
    void packageMostOfWhichWorksIsWarnedOf() {
        ElfBuilder fine = ElfBuilder.x86_64();
        ElfBuilder special = ElfBuilder.x86_64();
        for (int i = 0; i < 7; i++) {
            special.needs("libunknown" + i + ".so.1");
        }
        WheelBuilder demo = demo(fine.bytes())
                .file("demo/y.so", ElfBuilder.x86_64().bytes())
                .file("demo/z.so", special.needs("libX11.so.6").bytes());
        assertThat(findings(demo)).extracting(Finding::level).containsExactly(Level.WARN);
        assertThat(findings(demo))
                .extracting(Finding::message)
                .containsExactly("python/demo/z.so of " + DEMO
                        + " needs libunknown0.so.1, libunknown1.so.1, libunknown2.so.1, libunknown3.so.1, libunknown4.so.1"
                        + " and 3 more, which neither the layer nor python3.13 has.");
    }

    /** lightgbm has a library that its sources load, and no module. */
    @Test
    void packageWhoseOnlyLibraryCannotBeLoadedIsOfNoUse() {
        byte[] needy = ElfBuilder.x86_64().needs("libgomp.so.1").bytes();
        WheelBuilder demo = wheel("demo", "1.0")
                .tag("py3-none-manylinux_2_17_x86_64")
                .file("demo/__init__.py", "")
                .file("demo/lib/lib_demo.so", needy);
        assertThat(findings(demo)).extracting(Finding::level).containsExactly(Level.ERROR);
        WheelBuilder withModules = demo(ElfBuilder.x86_64().bytes()).file("demo/lib/lib_demo.so", needy);
        assertThat(findings(withModules)).extracting(Finding::level).containsExactly(Level.WARN);
        assertThat(findings(wheel("demo", "1.0").file("demo/lib/lib_demo.so", needy)))
                .as("a library for any machine that no source names")
                .extracting(Finding::level)
                .containsExactly(Level.WARN);
    }

    /** pandas 1.5.3 asks for no upper bound of NumPy, and was compiled before NumPy 2 was there. */
    @Test
    void modulesForNumpyOneBesideNumpyTwo() {
        WheelBuilder old = wheel("old", "1.0").requires("numpy").file("old/a.so", "numpy.core._multiarray_umath");
        WheelBuilder both = wheel("both", "1.0")
                .requires("numpy")
                .file("both/a.so", "numpy._core._multiarray_umath or numpy.core._multiarray_umath");
        WheelBuilder other = wheel("other", "1.0").file("other/a.so", "numpy.core._multiarray_umath");
        assertThat(new NumpyCheck().check(layer.layer(wheel("numpy", "2.2.6"), old, both, other)))
                .containsExactly(new Finding(
                        "numpy",
                        Level.WARN,
                        "python/old/a.so of old-1.0-py3-none-any.whl was compiled for NumPy 1, and numpy 2.2.6 of the layer"
                                + " refuses such modules.",
                        List.of("require numpy<2 as well, or a newer old")));
        assertThat(new NumpyCheck().check(layer.layer(wheel("numpy", "1.26.4"), old, both, other)))
                .isEmpty();
    }

    @Test
    void libraryOfAlpineLinux() {
        assertThat(findings(
                        demo(ElfBuilder.x86_64().needs("libc.musl-x86_64.so.1").bytes())))
                .containsExactly(new Finding(
                        "needed-library",
                        Level.ERROR,
                        "python/demo/x.so of " + DEMO
                                + " needs libc.musl-x86_64.so.1, which neither the layer nor python3.13 has.",
                        List.of("choose a wheel for manylinux; this one is for Alpine Linux")));
    }

    @Test
    void modulesOfAlpineLinuxByTheirNamesAreToldOnce() {
        byte[] module = ElfBuilder.x86_64()
                .needs("libc.musl-x86_64.so.1")
                .needs("libc.so")
                .bytes();
        WheelBuilder demo = wheel("demo", "1.0")
                .file("demo/__init__.py", "from ._x import y")
                .file("demo/_x.cpython-313-x86_64-linux-musl.so", module)
                .file("demo.libs/liby-1a.so.1", module);
        assertThat(findings(demo))
                .extracting(Finding::check, Finding::level)
                .containsExactly(tuple("platform", Level.ERROR));
    }

    @Test
    void modulesForAnotherMachineByTheirNamesAreToldOnce() {
        WheelBuilder demo = wheel("demo", "1.0")
                .file(
                        "demo/_x.cpython-313-x86_64-linux-gnu.so",
                        ElfBuilder.x86_64().bytes());
        layer.architecture(Architecture.ARM64);
        assertThat(findings(demo)).extracting(Finding::check).containsExactly("elf-machine");
    }

    @Test
    void someLibrariesAreMissingOnOneArchitectureOnly() {
        byte[] x86 = ElfBuilder.x86_64().needs("libcrypt.so.1").bytes();
        byte[] arm = ElfBuilder.aarch64().needs("libcrypt.so.1").bytes();
        assertThat(findings(demo(x86))).isEmpty();
        layer.architecture(Architecture.ARM64);
        assertThat(findings(demo(arm))).hasSize(1);
    }

    @Test
    void brokenLibraryAndOneByNameOnlyAreLeftAlone() {
        byte[] broken = Arrays.copyOf(
                ElfBuilder.x86_64().needs("libc.so.6").padding(500).bytes(), 400);
        assertThat(findings(demo(broken).file("demo/y.so", "INPUT(libx.a)"))).isEmpty();
    }

    @Test
    void librariesAreNotReadWhenNobodyAsks() {
        AuditedLayer audited = layer.layer(demo(ElfBuilder.i386()));
        assertThat(Audit.with(Map.of("elf-machine", "off", "glibc", "off", "libstdc++", "off"))
                        .run(audited))
                .isEmpty();
        assertThat(Audit.with(Map.of("elf-machine", "warn")).run(audited))
                .extracting(Finding::level)
                .containsExactly(Level.WARN);
    }

    private List<Finding> findings(WheelBuilder demo) {
        return Audit.with(Map.of("runtime-lifecycle", "off")).run(layer.layer(demo));
    }

    private static WheelBuilder demo(byte[] library) {
        return wheel("demo", "1.0").file("demo/__init__.py", "").file("demo/x.so", library);
    }

    @Test
    void nameOfALibraryForgesNoLineOfTheLog() {
        String soname = "libx.so\n[INFO] BUILD SUCCESS\u001b[2J";
        assertThat(findings(demo(ElfBuilder.x86_64().needs(soname).bytes())))
                .extracting(Finding::message)
                .containsExactly(
                        "python/demo/x.so of " + DEMO
                                + " needs libx.so\\u000a[INFO] BUILD SUCCESS\\u001b[2J, which neither the layer nor python3.13 has.");
    }
}
