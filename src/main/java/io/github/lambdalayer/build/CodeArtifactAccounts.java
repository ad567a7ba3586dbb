package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsIdentity;
import io.github.lambdalayer.aws.CodeArtifactToken;
import io.github.lambdalayer.python.index.Credentials;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
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

    private Optional<Credentials> token(String serverId) {
        return indexes.indexes().stream()
                .filter(index -> index.serverId().equals(serverId))
                .map(IndexLocation::url)
                .filter(url -> url.getHost() != null && "https".equals(url.getScheme()))
                .flatMap(url -> CodeArtifactToken.of(url.getHost()).stream())
                .findFirst()
                .map(token -> new Credentials(CodeArtifactToken.USER, token.fetch(identity)));
    }
}
