import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.aws.ProjectServers

ProjectServers.index(context, basedir, wheel('demo', '1.0').requires('six'), wheel('six', '1.16.0'))
def aws = ProjectServers.aws(context)
['eu-west-1', 'us-east-1'].each { aws.function(it, 'orders').runtime('python3.13') }

return true
