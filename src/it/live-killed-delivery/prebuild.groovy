import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.FakeIndex

def index = FakeIndex.start().with(wheel('demo', '1.0'))
context.put('index', index)
def properties = context.get('userProperties')
properties.put('lambda-layer.indexUrl', index.url() as String)
properties.put('lambda-layer.cacheDirectory', new File(basedir, 'cache').path)

return true
