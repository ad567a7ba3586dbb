import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.FakeIndex

def instead = FakeIndex.start().with(wheel('demo', '1.0').requires('six', 'extra', 'local'), wheel('six', '1.16.0'), wheel('extra', '9.0'))
def extra = FakeIndex.start().with(wheel('extra', '1.0'), wheel('local', '9.0'))
wheel('local', '1.0').in(basedir.toPath().resolve('wheels'))
new File(basedir, 'requirements.txt').text = """\
--index-url ${instead.url()}
--extra-index-url=${extra.url()}
--find-links wheels
demo
"""
context.put('instead', instead)
context.put('extra', extra)
context.get('userProperties').put('lambda-layer.cacheDirectory', new File(basedir, 'cache').path)

return true
