import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.PrivateIndex
import java.security.MessageDigest

def wheels = new File(basedir, 'wheels')
wheels.mkdirs()
wheel('demo', '1.0').requires('some-base>=1').in(wheels.toPath())
wheel('some_base', '1.1').in(wheels.toPath())
def digest = MessageDigest.getInstance('SHA-1').digest('canary-password'.bytes).encodeBase64()
def passwords = new File(basedir, 'passwords')
passwords.text = "canary-user:{SHA}$digest\n"

def port = PrivateIndex.freePort()
def index = "http://127.0.0.1:$port/simple/" as String
context.put('server', PrivateIndex.start(basedir, index, 'pypi-server', 'run', '-i', '127.0.0.1', '-p', port as String,
        '--disable-fallback', '-P', passwords.path, '-a', 'list,download,update', wheels.path))
assert new URL(index).openConnection().responseCode == 401 : 'without credentials nothing can be listed'

def properties = context.get('userProperties')
properties.put('lambda-layer.indexUrl', index)
properties.put('lambda-layer.cacheDirectory', new File(basedir, 'cache').path)
return true
