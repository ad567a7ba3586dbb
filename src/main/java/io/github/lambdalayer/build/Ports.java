package io.github.lambdalayer.build;

import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.index.http.Connections;

/**
 * What a build needs of whoever runs it, and the connections that it has open.
 *
 * <pre>{@code
 * try (Ports ports = new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0")) {
 *     new LayerBuild(ports).assemble(spec);
 * }
 * }</pre>
 */
public final class Ports implements AutoCloseable {

    private final IndexCredentials credentials;
    private final Transfers transfers;
    private final BuildLog log;
    private final String pluginVersion;
    private final Pythons pythons;
    private final Connections connections = new Connections();

    /** For those who need no Python of this machine. */
    public Ports(IndexCredentials credentials, Transfers transfers, BuildLog log, String pluginVersion) {
        this(credentials, transfers, log, pluginVersion, Pythons.NONE);
    }

    /**
     * The ports of one run.
     *
     * @param credentials for indexes
     * @param transfers is told of downloads
     * @param log is told of steps
     * @param pluginVersion the version of the code that builds; another one builds anew
     * @param pythons where Pythons of this machine may be
     */
    public Ports(
            IndexCredentials credentials, Transfers transfers, BuildLog log, String pluginVersion, Pythons pythons) {
        this.credentials = credentials;
        this.transfers = transfers;
        this.log = log;
        this.pluginVersion = pluginVersion;
        this.pythons = pythons;
    }

    Transfers transfers() {
        return transfers;
    }

    BuildLog log() {
        return log;
    }

    String pluginVersion() {
        return pluginVersion;
    }

    Pythons pythons() {
        return pythons;
    }

    /** The credentials for the layer's indexes: those on AWS CodeArtifact have a token, where there is no password. */
    CodeArtifactAccounts credentials(LayerSpec spec) {
        return new CodeArtifactAccounts(credentials, spec.indexes(), spec.identity());
    }

    /** The layer's indexes. */
    Indexes indexes(LayerSpec spec) {
        return indexes(spec, spec.indexes(), transfers);
    }

    /** The layer's indexes, set or told otherwise. */
    Indexes indexes(LayerSpec spec, IndexSettings settings, Transfers told) {
        return Indexes.open(settings, credentials(spec), told, connections);
    }

    /** Ends the connections to indexes that are idle. */
    @Override
    public void close() {
        connections.close();
    }
}
