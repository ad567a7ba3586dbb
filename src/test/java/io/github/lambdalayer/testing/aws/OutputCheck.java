package io.github.lambdalayer.testing.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.build.ResultFiles;
import io.github.lambdalayer.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what a build has written down with what is so. */
final class OutputCheck {

    private final FakeLambda aws;
    private final Path output;
    private final ResultFiles files;
    private final List<String> broken = new ArrayList<>();

    OutputCheck(FakeLambda aws, Path output, String layer) {
        this.aws = aws;
        this.output = output;
        this.files = new ResultFiles(output, layer);
    }

    List<String> broken() throws IOException {
        addLitterAndSecrets();
        Optional<LayerResult> result = files.read();
        if (result.isEmpty()) {
            if (Files.exists(files.json())) {
                broken.add(files.json() + " cannot be read");
            }
            return broken;
        }
        if (!Sha256.hex(Sha256.digest(files.zip(result.get())))
                .equals(result.get().sha256())) {
            broken.add(files.zip() + " is not the zip that " + files.json() + " tells of");
        }
        aws.look(account -> {
            result.get().published().forEach(version -> addUnpublished(account, result.get(), version));
            result.get().attached().forEach(function -> addUnattached(account, function));
        });
        return broken;
    }

    private void addLitterAndSecrets() throws IOException {
        try (Stream<Path> paths = Files.walk(output)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                if (path.toString().endsWith(".part")) {
                    broken.add(path + " was left");
                } else if (Files.readString(path, ISO_8859_1).contains(Invariants.SECRET)) {
                    broken.add(path + " holds a secret");
                }
            }
        }
    }

    private void addUnpublished(Account account, LayerResult result, PublishedVersion version) {
        Optional<LayerVersion> found = account.layersOf(version.region()).find(version.arn());
        if (found.isEmpty()) {
            broken.add(version.arn() + " is said to be published");
        } else if (!found.get().codeSha256().equals(result.codeSha256())) {
            broken.add(version.arn() + " holds something else than the zip");
        }
    }

    private void addUnattached(Account account, AttachedFunction attached) {
        List<String> layers =
                account.functionsOf(attached.region()).get(attached.function()).layers();
        boolean hasIt = layers.stream().anyMatch(layer -> layer.contains(":layer:" + files.layer() + ":"));
        if (!hasIt && !attached.outcome().equals("rolled-back")) {
            broken.add(attached.function() + " is said to have the layer");
        }
    }
}
