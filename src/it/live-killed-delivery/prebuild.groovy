import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.aws.ProjectServers

ProjectServers.index(context, basedir, wheel('demo', '1.0'))

return true
