import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.aws.Fault
import io.github.lambdalayer.testing.aws.ProjectServers

ProjectServers.index(context, basedir, wheel('demo', '1.0')).onlyFor('canary-user', 'canary-password')
def aws = ProjectServers.aws(context)
aws.function('eu-west-1', 'orders').runtime('python3.13')
aws.on('GetCallerIdentity', Fault.none(), Fault.refused(403, 'SignatureDoesNotMatch',
    'The request signature we calculated does not match. The Canonical String should have been: x-amz-security-token:canary-session-token'))

return true
