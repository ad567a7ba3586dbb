import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.aws.ProjectServers

ProjectServers.index(context, basedir, wheel('demo', '1.0').requires('six'), wheel('six', '1.16.0').header('License', 'MIT'))
ProjectServers.aws(context).function('eu-west-1', 'orders').runtime('python3.13')

return true
