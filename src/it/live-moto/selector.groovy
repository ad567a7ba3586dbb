// Told to skip where the index cannot be reached or the emulator is not installed.
def moto = new File(System.getenv('LIVE_MOTO') ?: "$basedir/../../live/venv/bin/moto_server")
if (!moto.canExecute()) {
    println "Skipped, there is no moto_server at $moto"
    return false
}
try {
    def connection = new URL('https://pypi.org/simple/six/').openConnection()
    connection.connectTimeout = 10_000
    connection.readTimeout = 10_000
    connection.responseCode
    return true
} catch (IOException e) {
    println "Skipped, the index cannot be reached: $e"
    return false
}
