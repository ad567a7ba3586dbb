def moto = new File(System.getenv('LIVE_MOTO') ?: "$basedir/../../live/venv/bin/moto_server")
// Port 0: a free one, which it prints when it is ready.
def process = new ProcessBuilder(moto.path, '-H', '127.0.0.1', '-p', '0').redirectErrorStream(true).start()
context.put('moto', process)
def reader = new BufferedReader(new InputStreamReader(process.inputStream))
def endpoint = null
def line
while (endpoint == null && (line = reader.readLine()) != null) {
    def at = line.indexOf('http://127.0.0.1:')
    if (at >= 0) {
        endpoint = line.substring(at).trim()
    }
}
assert endpoint != null : 'moto_server did not start'
Thread.startDaemon { while (reader.readLine() != null) { } }
context.put('endpoint', endpoint)
context.get('userProperties').put('lambda-layer.endpointUrl', endpoint)
return true
