package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.index.http.Connections;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fetches wheels in a JVM or class loader of its own: cache directory, then address and digest of each. */
public final class StoreProcess {

    private StoreProcess() {}

    public static void main(String[] arguments) throws Exception {
        List<IndexFile> files = new ArrayList<>();
        for (int i = 1; i < arguments.length; i += 2) {
            URI url = URI.create(arguments[i]);
            files.add(IndexFile.of(WheelFilename.parse(Shown.lastSegment(url)), url, arguments[i + 1], -1, "first"));
        }
        IndexSettings settings = IndexSettings.of(Path.of(arguments[0]));
        Indexes indexes = Indexes.open(settings, IndexCredentials.NONE, Transfers.SILENT, new Connections());
        for (WheelFile wheel : indexes.store().fetchAll(files)) {
            wheel.close();
        }
    }
}
