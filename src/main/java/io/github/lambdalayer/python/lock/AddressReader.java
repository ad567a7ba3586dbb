package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlValue;
import java.net.URI;
import java.util.List;

/** Where the files of a lock are: paths become addresses too, and no address keeps credentials. */
final class AddressReader {

    private final LockFolder folder;
    private final List<String> warnings;

    AddressReader(LockFolder folder, List<String> warnings) {
        this.folder = folder;
        this.warnings = warnings;
    }

    /** The address of a file that a key names by its path. */
    URI ofPath(TomlEntries entries, String key) {
        return TomlValue.required(entries, key, this::resolve);
    }

    /** The address of a file by its path from the lock. */
    URI resolve(String path) {
        return folder.resolve(path).toUri();
    }

    /** The address that a key holds. */
    URI ofUrl(TomlEntries entries, String key, WheelFilename filename) {
        URI url = TomlValue.required(entries, key, WheelAddress::parse);
        if (WheelAddress.isFile(url)) {
            return TomlValue.required(entries, key, text -> folder.checked(url).toUri());
        }
        if (url.getRawUserInfo() != null) {
            warnings.add(entries.place(key) + ": the address of " + filename
                    + " holds credentials, which are not used; put them into settings.xml.");
        }
        return WheelAddress.bare(url);
    }
}
