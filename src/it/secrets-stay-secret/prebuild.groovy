import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.FakeIndex
import io.github.lambdalayer.testing.aws.FakeLambda
import io.github.lambdalayer.testing.aws.Fault

def index = FakeIndex.start().with(wheel('demo', '1.0')).onlyFor('canary-user', 'canary-password')
def aws = FakeLambda.start()
aws.function('eu-west-1', 'orders').runtime('python3.13')
aws.on('GetCallerIdentity', Fault.none(), Fault.refused(403, 'SignatureDoesNotMatch',
    'The request signature we calculated does not match. The Canonical String should have been: x-amz-security-token:canary-session-token'))
context.put('index', index)
context.put('aws', aws)
def properties = context.get('userProperties')
properties.put('lambda-layer.indexUrl', index.url() as String)
properties.put('lambda-layer.endpointUrl', aws.endpoint() as String)
properties.put('lambda-layer.cacheDirectory', new File(basedir, 'cache').path)

return true
