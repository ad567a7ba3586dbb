def server = new File(System.getenv('LIVE_VENV') ?: "$basedir/../../live/venv", 'bin/devpi-server')
if (!server.canExecute()) {
    println "Skipped: there is no $server."
    return false
}
return true
