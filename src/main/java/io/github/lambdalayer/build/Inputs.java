package io.github.lambdalayer.build;

import io.github.lambdalayer.files.Directory;
import io.github.lambdalayer.files.FileStamp;
import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.requirement.RequirementsFile;
import io.github.lambdalayer.python.requirement.RequirementsPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeMap;

/**
 * The digest of all that decides what a zip holds: the specification, the lock, own files, the folders of wheels and
 * the plugin's version. While it stays the same the zip does, too.
 */
final class Inputs {

    private final MessageDigest digest = Sha256.start();

    private Inputs() {}

    /** The digest in hexadecimal. */
    static String of(LayerSpec spec, String pluginVersion) {
        Inputs inputs = new Inputs();
        inputs.say("plugin", pluginVersion);
        inputs.target(spec);
        inputs.wanted(spec);
        inputs.contents(spec.contents());
        spec.wanted().members().stream()
                .flatMap(each -> each.files().stream())
                .forEach(file -> inputs.requirements(file, spec.basedir()));
        inputs.file("lock", spec.lock().file());
        spec.indexes().findLinks().forEach(inputs::wheelsOf);
        LocalWheels.of(spec).forEach(wheel -> inputs.file("wheel", wheel));
        return Sha256.hex(inputs.digest.digest());
    }

    private void target(LayerSpec spec) {
        say("layer", spec.name());
        say("locked", spec.lock().needed());
        for (LambdaTarget target : spec.targets()) {
            say("target", target, target.glibcMinor(), target.pythonFullVersion());
        }
    }

    private void wanted(LayerSpec spec) {
        wanted(spec.wanted());
        spec.wanted().together().forEach(this::wanted);
        spec.wanted().provided().forEach(this::wanted);
        spec.indexes().indexes().forEach(index -> say("index", index.id(), index.url(), index.explicit()));
        say("file options", spec.indexes().fileOptions());
        say("pinned", new TreeMap<>(spec.indexes().pinned()));
    }

    private void wanted(Wanted wanted) {
        say(
                "requirements",
                wanted.requirements(),
                "shared",
                wanted.together().size(),
                wanted.provided().size());
        say("groups", wanted.groups(), wanted.extras());
        say("files", wanted.files().size());
        say("constraints", wanted.constraints());
        say("overrides", wanted.overrides());
        say("excluded", wanted.excluded().stream().sorted().toList());
        say("choice", wanted.preReleases(), wanted.strategy(), wanted.uploadedPriorTo());
    }

    private void contents(Contents contents) {
        say("layout", contents.layout(), contents.zippedLimit());
        say("exclusions", contents.exclusions(), contents.slim());
        say("modules", contents.modules());
        say("levels", new TreeMap<>(contents.levels()));
        for (FileTree own : contents.ownFiles()) {
            say("own", own.into(), own.includes(), own.excludes());
            for (Path file : files(own.directory())) {
                if (FileTree.isCache(own.directory().relativize(file))) {
                    continue; // It is not packed, and comes and goes with each run of the tests.
                }
                say("path", own.directory().relativize(file));
                file("content", file);
            }
        }
    }

    /** A requirements.txt can include others, and holds variables: what they all say is what counts. */
    private void requirements(Path file, Path basedir) {
        if (Files.exists(file) && InputKind.mayInclude(file)) {
            say("file", RequirementsFile.lines(file, RequirementsPolicy.of(basedir)));
        } else {
            file("file", file);
        }
    }

    /** Names and stamps are enough for a folder that can hold gigabytes. */
    private void wheelsOf(Path folder) {
        say("folder", folder);
        for (Path wheel : files(folder)) {
            try {
                say("wheel", folder.relativize(wheel), FileStamp.text(wheel));
            } catch (IOException e) {
                throw cannotRead(wheel, e);
            }
        }
    }

    private void file(String what, Path file) {
        try {
            say(what, Files.isRegularFile(file) ? Sha256.hex(Sha256.digest(file)) : "none");
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            return Directory.walk(folder).stream().filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw cannotRead(folder, e);
        }
    }

    private static LayerException cannotRead(Path file, IOException e) {
        return new LayerException(
                BuildProblem.CANNOT_READ,
                file + " cannot be read: " + IoReason.of(e) + ".",
                List.of("let the user who runs Maven read it"),
                e);
    }

    /** Each text ends in a byte that no text holds, so that no two lists read the same. */
    private void say(Object... words) {
        for (Object word : words) {
            digest.update(word.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0xFF);
        }
        digest.update((byte) 0xFE);
    }
}
