package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingTransfersTest {

    private final CountingTransfers transfers = new CountingTransfers(Transfers.SILENT);

    @Test
    void onlyFilesOfTheLayerAreCounted() {
        // The resolver fetched a release that it did not choose in the end.
        arrive("six-1.16.0-py2.py3-none-any.whl", 10);
        arrive("six-1.17.0-py2.py3-none-any.whl", 11);
        List<IndexFile> layer = List.of(file("six-1.17.0-py2.py3-none-any.whl"), file("idna-3.10-py3-none-any.whl"));
        assertThat(transfers.files(layer)).isEqualTo(1);
        assertThat(transfers.bytes(layer)).isEqualTo(11);
    }

    @Test
    void downloadThatFailedIsNotCounted() {
        Transfers.Transfer transfer = transfers.begin("pypi", url("idna-3.10-py3-none-any.whl"), -1);
        transfer.progressed(5);
        transfer.failed(new IOException("reset"));
        assertThat(transfers.files(List.of(file("idna-3.10-py3-none-any.whl")))).isZero();
    }

    private void arrive(String name, long bytes) {
        Transfers.Transfer transfer = transfers.begin("pypi", url(name), bytes);
        transfer.progressed(bytes);
        transfer.succeeded();
    }

    private static IndexFile file(String name) {
        return IndexFile.of(WheelFilename.parse(name), url(name), "a".repeat(64), -1, "pypi");
    }

    private static URI url(String name) {
        return URI.create("https://files.example/" + name);
    }
}
