import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.FakeIndex
import io.github.lambdalayer.testing.aws.FakeLambda

def index = FakeIndex.start().with(wheel('demo', '1.0').requires('six'), wheel('six', '1.16.0').header('License', 'MIT'))
def aws = FakeLambda.start()
aws.function('eu-west-1', 'orders').runtime('python3.13')
context.put('index', index)
context.put('aws', aws)
def properties = context.get('userProperties')
properties.put('lambda-layer.indexUrl', index.url() as String)
properties.put('lambda-layer.endpointUrl', aws.endpoint() as String)
properties.put('lambda-layer.cacheDirectory', new File(basedir, 'cache').path)

return true
