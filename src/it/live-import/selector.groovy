// Told to skip where the index cannot be reached.
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
