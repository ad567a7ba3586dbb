package io.github.lambdalayer.testing.aws;

import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * The stand-ins that a project of Maven's invoker is built against. The script that looks at the build afterwards finds
 * them in its context, under {@code index} and {@code aws}, and closes them.
 *
 * <pre>{@code
 * ProjectServers.index(context, basedir, wheel('demo', '1.0'))
 * ProjectServers.aws(context).function('eu-west-1', 'orders').runtime('python3.13')
 * }</pre>
 */
public final class ProjectServers {

    private ProjectServers() {}

    /** An index with these wheels, which the project asks by default, and a cache of the project's own. */
    public static FakeIndex index(Map<String, Object> context, File basedir, WheelBuilder... wheels)
            throws IOException {
        FakeIndex index = FakeIndex.start().with(wheels);
        context.put("index", index);
        property(context, "indexUrl", index.url().toString());
        property(context, "cacheDirectory", new File(basedir, "cache").getPath());
        return index;
    }

    /** An account of AWS in which nothing is. */
    public static FakeLambda aws(Map<String, Object> context) throws IOException {
        FakeLambda aws = FakeLambda.start();
        context.put("aws", aws);
        property(context, "endpointUrl", aws.endpoint().toString());
        return aws;
    }

    /** What the goals would be given on the command line as {@code -Dlambda-layer.<name>=<value>}. */
    private static void property(Map<String, Object> context, String name, String value) {
        @SuppressWarnings("unchecked")
        Map<Object, Object> properties = (Map<Object, Object>) Objects.requireNonNull(context.get("userProperties"));
        properties.put("lambda-layer." + name, value);
    }
}
