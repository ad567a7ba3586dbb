package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.toml.TomlText;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** One wheel of a lock as an inline table, its keys in PEP 751's order. */
final class WheelText {

    private final LockFolder folder;

    WheelText(LockFolder folder) {
        this.folder = folder;
    }

    String text(LockedWheel wheel) {
        List<String> pairs = new ArrayList<>();
        // PEP 751: the name is only needed when where the file is does not end with it.
        if (!Shown.decodedLastSegment(wheel.url()).equals(wheel.filename().text())) {
            pairs.add("name = " + TomlText.quoted(wheel.filename().text()));
        }
        wheel.uploadTime().ifPresent(time -> pairs.add("upload-time = " + DateTimeFormatter.ISO_INSTANT.format(time)));
        pairs.add(address(wheel));
        if (wheel.bytes() >= 0) {
            pairs.add("size = " + wheel.bytes());
        }
        pairs.add("hashes = { sha256 = " + TomlText.quoted(wheel.sha256()) + " }");
        return "{ " + String.join(", ", pairs) + " }";
    }

    private String address(LockedWheel wheel) {
        if (WheelAddress.isFile(wheel.url())) {
            Path file = Path.of(wheel.url());
            return folder.reaches(file)
                    ? "path = " + TomlText.quoted(folder.relativize(file))
                    : "url = "
                            + TomlText.quoted(
                                    folder.checked(wheel.url()).toUri().toString());
        }
        return "url = " + TomlText.quoted(Credentialless.require(wheel.url().toString(), "the address of " + wheel));
    }
}
