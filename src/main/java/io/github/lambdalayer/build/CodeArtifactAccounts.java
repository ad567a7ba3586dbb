package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsIdentity;
import io.github.lambdalayer.aws.CodeArtifactToken;
import io.github.lambdalayer.python.index.Credentials;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Knows a token for an index on AWS CodeArtifact, where nothing else is known for it; AWS is asked for it then only. */
final class CodeArtifactAccounts implements IndexCredentials {

    private final IndexCredentials known;
    private final IndexSettings indexes;
    private final AwsIdentity identity;

    CodeArtifactAccounts(IndexCredentials known, IndexSettings indexes, AwsIdentity identity) {
        this.known = known;
        this.indexes = indexes;
        this.identity = identity;
    }

    @Override
    public Optional<Credentials> of(String serverId) {
        return known.of(serverId).or(() -> token(serverId));
    }

    /** Those that AWS is asked for. */
    List<CodeArtifactToken> tokens() {
        return indexes.indexes().stream()
                .filter(index -> known.of(index.serverId()).isEmpty())
                .flatMap(index -> token(index).stream())
                .toList();
    }

    private Optional<Credentials> token(String serverId) {
        return indexes.indexes().stream()
                .filter(index -> index.serverId().equals(serverId))
                .flatMap(index -> token(index).stream())
                .findFirst()
                .map(token -> new Credentials(CodeArtifactToken.USER, token.fetch(identity, indexes.proxies())));
    }

    private static Optional<CodeArtifactToken> token(IndexLocation index) {
        URI url = index.url();
        return url.getHost() != null && "https".equals(url.getScheme())
                ? CodeArtifactToken.of(url.getHost())
                : Optional.empty();
    }
}
