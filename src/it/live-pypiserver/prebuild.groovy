import static io.github.lambdalayer.testing.WheelBuilder.wheel

import java.security.MessageDigest

def wheels = new File(basedir, 'wheels')
wheels.mkdirs()
wheel('demo', '1.0').requires('some-base>=1').in(wheels.toPath())
wheel('some_base', '1.1').in(wheels.toPath())
def digest = MessageDigest.getInstance('SHA-1').digest('canary-password'.bytes).encodeBase64()
def passwords = new File(basedir, 'passwords')
passwords.text = "canary-user:{SHA}$digest\n"

def port = new ServerSocket(0).withCloseable { it.localPort }
def program = new File(System.getenv('LIVE_VENV') ?: "$basedir/../../live/venv", 'bin/pypi-server')
def server = new ProcessBuilder(program.path, 'run', '-i', '127.0.0.1', '-p', "$port", '--disable-fallback', '-P',
        passwords.path, '-a', 'list,download,update', wheels.path)
        .redirectErrorStream(true).redirectOutput(new File(basedir, 'server.log')).start()
context.put('server', server)

def index = "http://127.0.0.1:$port/simple/"
def status = { -> try { new URL(index).openConnection().responseCode } catch (ConnectException ignored) { 0 } }
def end = System.currentTimeMillis() + 120_000
while (status() == 0) {
    assert server.alive && System.currentTimeMillis() < end : new File(basedir, 'server.log').text
    Thread.sleep(200)
}
assert status() == 401 : 'without credentials nothing can be listed'

def properties = context.get('userProperties')
properties.put('lambda-layer.indexUrl', index as String)
properties.put('lambda-layer.cacheDirectory', new File(basedir, 'cache').path)
return true
