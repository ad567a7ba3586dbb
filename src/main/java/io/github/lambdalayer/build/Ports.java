package io.github.lambdalayer.build;

import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;

/**
 * What a build needs of whoever runs it.
 *
 * <pre>{@code
 * new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0")
 * }</pre>
 *
 * @param credentials for indexes
 * @param transfers is told of downloads
 * @param log is told of steps
 * @param pluginVersion the version of the code that builds; another one builds anew
 * @param pythons where Pythons of this machine may be
 */
public record Ports(
        IndexCredentials credentials, Transfers transfers, BuildLog log, String pluginVersion, Pythons pythons) {

    /** For those who need no Python of this machine. */
    public Ports(IndexCredentials credentials, Transfers transfers, BuildLog log, String pluginVersion) {
        this(credentials, transfers, log, pluginVersion, Pythons.NONE);
    }

    /** The credentials for the layer's indexes: those on AWS CodeArtifact have a token, where there is no password. */
    CodeArtifactAccounts credentials(LayerSpec spec) {
        return new CodeArtifactAccounts(credentials, spec.indexes(), spec.identity());
    }
}
