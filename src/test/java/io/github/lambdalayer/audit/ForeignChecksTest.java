package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.layer.LayerArchive;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with zips that other tools made, and that breaks in Lambda. */
class ForeignChecksTest {

    private static final String MAC = "cp313-cp313-macosx_14_0_arm64";
    private static final int LINK = 0120777;

    @TempDir
    private Path folder;

    private final ZipBuilder zip = ZipBuilder.zip();
    private final List<String> sources = new ArrayList<>();
    private LambdaRuntime runtime = LambdaRuntime.of("python3.13");

    private List<Finding> findings(LayerCheck check) throws IOException {
        try (LayerArchive archive = LayerArchive.open(zip.in(folder, "layer.zip"))) {
            LambdaTarget target = LambdaTarget.of(runtime, Architecture.X86_64);
            return check.check(new AuditedLayer(
                    archive.plan(),
                    List.of(new AuditedTarget(target, SitePackages.FLAT, archive.packages())),
                    Long.MAX_VALUE,
                    true,
                    Set.of(),
                    LocalDate.of(2026, 6, 1)));
        }
    }

    private List<String> messages(LayerCheck check) throws IOException {
        return findings(check).stream()
                .map(finding -> finding.level().text() + " " + finding.message())
                .toList();
    }

    private void files(String... paths) {
        for (String path : paths) {
            zip.file(path, "x");
        }
    }

    /** Of a package that is {@link #installed} next. */
    private void sources(String folder, String name, String text) {
        zip.file("python/" + folder + "/" + name, text);
        sources.add(folder + "/" + name);
    }

    /** A package as pip installs it. */
    private void installed(String name, String version, String tags, String... files) {
        String distInfo = "python/" + name + "-" + version + ".dist-info/";
        StringBuilder record = new StringBuilder();
        for (String file : files) {
            zip.file("python/" + file, "x");
            sources.add(file);
        }
        for (String file : sources) {
            record.append(file).append(",,\n");
        }
        zip.file(distInfo + "METADATA", "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
        zip.file(distInfo + "WHEEL", "Wheel-Version: 1.0\nTag: " + tags.replace(" ", "\nTag: ") + "\n");
        zip.file(distInfo + "RECORD", record.toString());
        sources.clear();
    }

    @Test
    void packagesWithoutTheFolderAboveThem() throws IOException {
        files("requests/__init__.py", "requests/api.py", "six.py", "a/b.py", "c/d.so", "README");
        assertThat(messages(new PlaceCheck()))
                .containsExactly(
                        "error python3.13 looks for modules in python/ and python/lib/python3.13/site-packages/ of a layer,"
                                + " and all of this one are in a/, c/, requests/ and 1 more.");
        assertThat(findings(new PlaceCheck()).get(0).hints())
                .containsExactly("make the zip with its packages below python/");
    }

    @Test
    void packagesInTheFolderOfAnotherPython() throws IOException {
        files("python/lib/python3.11/site-packages/six.py");
        assertThat(messages(new PlaceCheck()))
                .containsExactly(
                        "error python3.13 looks for modules in python/ and python/lib/python3.13/site-packages/ of a layer,"
                                + " and all of this one are in python/lib/python3.11/site-packages/.");
        files("python/lib/python3.13/site-packages/six.py");
        assertThat(messages(new PlaceCheck())).isEmpty();
    }

    @Test
    void modulesOfExtensionsAndLayersWithoutModulesAreLetAlone() throws IOException {
        files("lib/libx.so", "bin/run.py", "python/README");
        assertThat(messages(new PlaceCheck())).isEmpty();
        files("extensions/agent", "agent-code/main.py");
        assertThat(messages(new PlaceCheck())).isEmpty();
    }

    @Test
    void compiledModulesAreModules() throws IOException {
        files("python/demo.pyc", "share/__init__.py", "share/__pycache__/tool.cpython-313.pyc");
        assertThat(messages(new PlaceCheck())).isEmpty();
    }

    @Test
    void sourcesAndLibrariesThatAreNoPackagesMayBeAnywhere() throws IOException {
        files(
                "model/modeling_demo.py",
                "instdir/program/libsw.so",
                "instantclient/libclntsh.so",
                "R/library/dplyr/libs/dplyr.so",
                "lib64/libx.so",
                "lib/__init__.py",
                "share/gdb/auto-load/libstdc++-gdb.py");
        assertThat(messages(new PlaceCheck())).isEmpty();
    }

    @Test
    void packagesAreToldByTheirMetadataAndModulesByBeingAlone() throws IOException {
        files("libdemo.so", "LICENSE");
        assertThat(messages(new PlaceCheck())).isEmpty();
        files("six.py");
        assertThat(messages(new PlaceCheck()))
                .singleElement()
                .asString()
                .endsWith("and all of this one are in libdemo.so, six.py.");
        files("data/x.csv");
        assertThat(messages(new PlaceCheck())).as("what may read that, too").isEmpty();
        files("six-1.17.0.dist-info/METADATA");
        assertThat(messages(new PlaceCheck())).hasSize(1);
    }

    @Test
    void codeOfAWrapperIsLetAlone() throws IOException {
        zip.file("wrapper", "#!/bin/bash\n").file("code/main.py", "x");
        assertThat(messages(new PlaceCheck())).isEmpty();
    }

    @Test
    void packagesOfOtherLanguagesHaveTheirFoldersToo() throws IOException {
        files("node_modules/demo/index.js", "demo-1.0.jar");
        runtime = LambdaRuntime.of(Language.NODEJS, "nodejs22.x");
        assertThat(messages(new PlaceCheck()))
                .containsExactly(
                        "error nodejs22.x looks for modules in nodejs/ of a layer, and all of this one are in node_modules/.");
        runtime = LambdaRuntime.of(Language.JAVA, "java21");
        assertThat(messages(new PlaceCheck())).as("an agent may be anywhere").isEmpty();
        files("nodejs/node22/node_modules/demo/index.js", "java/lib/demo-1.0.jar");
        assertThat(messages(new PlaceCheck())).isEmpty();
        runtime = LambdaRuntime.of(Language.NODEJS, "nodejs22.x");
        assertThat(messages(new PlaceCheck())).isEmpty();
    }

    @Test
    void packagesThatAreOfNoUseWithoutTheirModulesOfAnotherSystem() throws IOException {
        sources("pydantic_core", "__init__.py", "import typing\n\nfrom ._pydantic_core import (\n    Url,\n)\n");
        installed("pydantic_core", "2.1", MAC, "pydantic_core/_pydantic_core.cpython-313-darwin.so");
        sources("numpy/random", "__init__.py", "from . import _common, mtrand as m\n");
        installed("numpy", "2.2.6", MAC, "numpy/random/mtrand.cpython-313-darwin.so");
        for (String file : List.of("a.py", "b.py", "c.py")) {
            sources("cryptography/x509", file, "from cryptography.hazmat.bindings._rust import x509\n");
        }
        byte[] machO = {(byte) 0xCF, (byte) 0xFA, (byte) 0xED, (byte) 0xFE, 7};
        zip.file("python/cryptography/hazmat/bindings/_rust.abi3.so", machO, entry -> {});
        sources.add("cryptography/hazmat/bindings/_rust.abi3.so");
        installed("cryptography", "45.0", MAC, "cryptography/__init__.py");
        installed("ujson", "5.0", "cp311-cp311-manylinux2014_x86_64", "ujson.cpython-311-x86_64-linux-gnu.so");
        installed("grpc", "1.0", "cp313-cp313-win_amd64", "grpc/_c.cp313-win_amd64.pyd");
        assertThat(messages(new PlatformCheck()))
                .containsExactly(
                        "error Compiled modules of cryptography 45.0, grpc 1.0, numpy 2.2.6 and 2 more are for another"
                                + " Python or system, and python3.13 on x86_64 cannot import them:"
                                + " python/cryptography/hazmat/bindings/_rust.abi3.so, for example.");
        assertThat(findings(new PlatformCheck()).get(0).hints())
                .containsExactly("let this plugin build the layer, or install with pip install --only-binary=:all:"
                        + " --python-version 3.13 --platform manylinux2014_x86_64");
    }

    @Test
    void packagesThatWorkWithoutTheirModulesOfAnotherSystem() throws IOException {
        sources(
                "markupsafe",
                "__init__.py",
                "try:\n    from ._speedups import escape\nexcept ImportError:\n    pass\n");
        installed("MarkupSafe", "3.0", MAC, "markupsafe/_speedups.cpython-313-darwin.so");
        sources("yaml", "cyaml.py", "from yaml._yaml import CParser\n");
        installed("PyYAML", "6.0", "cp312-cp312-manylinux2014_x86_64", "yaml/_yaml.cpython-312-x86_64-linux-gnu.so");
        sources("charset_normalizer", "__init__.py", "from . import md\n");
        installed(
                "charset_normalizer",
                "3.4",
                MAC,
                "charset_normalizer/md.py",
                "charset_normalizer/md.cpython-313-darwin.so",
                "charset_normalizer/md__mypyc.cpython-313-darwin.so");
        for (String file : List.of("a.py", "b.py", "c.py", "__init__.py")) {
            sources("speedy/tests", file, "import speedy._fast\n");
        }
        installed("speedy", "1.0", MAC, "speedy/_fast.cpython-313-darwin.so");
        assertThat(messages(new PlatformCheck()))
                .containsExactly(
                        "warn Compiled modules of charset-normalizer 3.4, markupsafe 3.0, speedy 1.0 and 1 more are for"
                                + " another Python or system, and python3.13 on x86_64 cannot import them:"
                                + " python/charset_normalizer/md__mypyc.cpython-313-darwin.so, for example.");
    }

    @Test
    void packagesWhoseTagsSayLessThanTheirModules() throws IOException {
        installed("six", "1.17.0", "py2-none-any py3-none-any", "six.py");
        installed("yaml", "6.0", "cp313-cp313-manylinux_2_99_x86_64", "_yaml.cpython-313-x86_64-linux-gnu.so");
        installed("stable", "1.0", "cp39-abi3-manylinux2014_x86_64", "stable.abi3.so");
        installed("renamed", "1.0", "cp310-cp310-linux_x86_64", "renamed/libx.so");
        installed("any", "1.0", "py2-none-any", "any.py", "any/_c.cp313-win_amd64.pyd");
        installed("mac", "1.0", MAC, "mac.py");
        assertThat(messages(new PlatformCheck())).isEmpty();
    }

    @Test
    void whichProcessorModulesAreForIsNotAskedHere() throws IOException {
        installed("numpy", "2.2.6", "cp313-cp313-manylinux2014_aarch64", "numpy/_c.cpython-313-aarch64-linux-gnu.so");
        assertThat(messages(new PlatformCheck())).isEmpty();
    }

    @Test
    void modulesThatThisPythonCannotImportByTheirNames() throws IOException {
        files(
                "python/demo/__init__.py",
                "python/demo/_a.cpython-311-x86_64-linux-gnu.so",
                "python/demo/_both.cpython-311-x86_64-linux-gnu.so",
                "python/demo/_both.cpython-313-x86_64-linux-gnu.so",
                "python/demo/_slow.cpython-311-x86_64-linux-gnu.so",
                "python/demo/_slow.py",
                "python/demo/libx.1.2.so",
                "python/lib/python3.11/site-packages/_c.cpython-311-x86_64-linux-gnu.so");
        assertThat(messages(new PlatformCheck()))
                .containsExactly(
                        "warn Compiled modules of layer.zip are for another Python or system, and python3.13 on x86_64"
                                + " cannot import them: python/demo/_a.cpython-311-x86_64-linux-gnu.so.");
        zip.file("python/lib/python3.13/site-packages/own/__init__.py", "from ._a import x\n");
        files("python/lib/python3.13/site-packages/own/_a.cpython-312-x86_64-linux-gnu.so");
        assertThat(findings(new PlatformCheck())).extracting(Finding::level).containsExactly(Level.ERROR);
    }

    @Test
    void nothingAtAll() throws IOException {
        assertThat(messages(new PlaceCheck()))
                .containsExactly("error The layer has no file, and AWS takes no zip without one.");
    }

    @Test
    void whatFindersAndPythonsLeaveBehind() throws IOException {
        files(
                "python/a.py",
                "python/__pycache__/a.cpython-311.pyc",
                "python/__pycache__/a.cpython-313.pyc",
                "__MACOSX/python/._a.py",
                ".git/config");
        assertThat(messages(new StaleBytecodeCheck())).isEmpty();
        assertThat(messages(new LeftoversCheck()))
                .containsExactly("warn Nothing reads these files: .git/config, __MACOSX/python/._a.py,"
                        + " python/__pycache__/a.cpython-311.pyc, 3 bytes together.");
    }

    /** Node.js has tools of its own that are written in Python. */
    @Test
    void bytecodeInALayerOfAnotherLanguageIsLeftOver() throws IOException {
        runtime = LambdaRuntime.of(Language.NODEJS, "nodejs22.x");
        files("nodejs/node_modules/node-gyp/gyp/__pycache__/common.cpython-311.pyc");
        assertThat(messages(new LeftoversCheck()))
                .containsExactly("warn Nothing reads these files:"
                        + " nodejs/node_modules/node-gyp/gyp/__pycache__/common.cpython-311.pyc, 1 byte.");
    }

    @Test
    void oneVersionThatWasInstalledOverAnother() throws IOException {
        installed("six", "1.15.0", "py3-none-any", "six.py");
        zip.file("python/six-1.17.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: Six\nVersion: 1.17.0\n");
        assertThat(messages(new TwoVersionsCheck()))
                .containsExactly(
                        "warn The layer has 2 dist-info folders of six in one folder: python/six-1.15.0.dist-info and"
                                + " python/six-1.17.0.dist-info.");
    }

    @Test
    void linksThatLeadNowhere() throws IOException {
        files("lib/libx.so.1.0", "python/data/a.txt");
        link("lib/libx.so", "libx.so.1.0");
        link("lib/data", "../python/data");
        link("lib/opt", "/opt/lib/libx.so.1.0");
        link("lib/libz.so", "/usr/lib64/libz.so.1");
        link("lib64", "lib");
        link("bin/libx.so", "../lib64/libx.so");
        link("bin/again", "/opt/lib64/../lib64/libx.so");
        link("share/self", "/opt");
        link("share/cache", "/tmp/cache");
        link("share/app", "/var/task");
        link("share/efs", "/mnt/data");
        link("share/log", "/dev/null");
        assertThat(messages(new LinkCheck())).isEmpty();
        link("circle/a", "b/c");
        link("circle/b", "b");
        link("python/abs.py", "/home/me/abs.py");
        link("python/gone.py", "nowhere.py");
        link("python/gone.so", "../lib64/libgone.so");
        link("python/out.py", "../../../secret");
        assertThat(messages(new LinkCheck()))
                .containsExactly(
                        "warn circle/a is a link to b/c, which is not in the layer.",
                        "warn python/abs.py is a link to /home/me/abs.py, which is not in the layer.",
                        "warn python/gone.py is a link to nowhere.py, which is not in the layer.",
                        "warn python/gone.so is a link to ../lib64/libgone.so, which is not in the layer.",
                        "warn python/out.py is a link to ../../../secret, which is not in the layer.");
    }

    private void link(String path, String target) {
        zip.stored(path, target, entry -> entry.mode(LINK));
    }

    @Test
    void scriptsOfAnotherMachine() throws IOException {
        zip.file("bin/a", "#!/bin/sh\n")
                .file("bin/b", "#!/usr/bin/env python3\n")
                .file("bin/data", "#!")
                .file("bin/c", "#!/opt/tools/bash -e\n")
                .file("tools/bash", "x")
                .file("bin/d", "#!/var/task/run\n")
                .file("bin/e", "#!/sbin/ldconfig\n");
        zip.file("python/x.py", "#!/home/me/venv/bin/python\n");
        assertThat(messages(new ShebangCheck())).isEmpty();
        zip.file("python/bin/black", "#!/home/me/venv/bin/python3.13\nimport re\n");
        zip.file("python/bin/blackd", "#!/home/me/venv/bin/python3.13\nimport re\n");
        zip.file("bin/run", "#! /opt/homebrew/bin/bash -e\n");
        zip.file("bin/own", "#!/opt/bin/tool\n");
        zip.file("extensions/agent", "#!/usr/local/bin/node\n");
        assertThat(messages(new ShebangCheck()))
                .containsExactly(
                        "warn bin/run starts with #!/opt/homebrew/bin/bash, which is no program of Lambda.",
                        "warn extensions/agent starts with #!/usr/local/bin/node, which is no program of Lambda.",
                        "warn python/bin/black and 1 more script start with #!/home/me/venv/bin/python3.13, which is no"
                                + " program of Lambda.");
    }

    @Test
    void programsThatCannotBeStarted() throws IOException {
        zip.file("extensions/agent", "#!/bin/sh\n".getBytes(UTF_8), entry -> entry.mode(0100644));
        zip.file("extensions/parts/list", "x".getBytes(UTF_8), entry -> entry.mode(0100644));
        zip.file("bin/run", "#!/bin/sh\n".getBytes(UTF_8), entry -> entry.mode(0100644));
        zip.file("bin/table.csv", "x".getBytes(UTF_8), entry -> entry.mode(0100644));
        zip.file("bin/ok", "#!/bin/sh\n".getBytes(UTF_8), entry -> entry.mode(0100755));
        assertThat(messages(new FileModeCheck()))
                .containsExactly(
                        "warn bin/run has mode 0644, with which it cannot be started.",
                        "warn extensions/agent has mode 0644, with which it cannot be started.");
    }
}
