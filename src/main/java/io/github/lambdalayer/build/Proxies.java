package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsProxy;
import io.github.lambdalayer.python.index.IndexSettings;
import java.util.List;

/** The proxies between here and the indexes stand before AWS, too. */
final class Proxies {

    private Proxies() {}

    static List<AwsProxy> of(IndexSettings indexes) {
        return indexes.proxies().stream()
                .map(each -> new AwsProxy(
                        each.protocol(), each.host(), each.port(), each.user(), each.password(), each.nonProxyHosts()))
                .toList();
    }
}
