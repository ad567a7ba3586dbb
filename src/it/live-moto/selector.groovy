import io.github.lambdalayer.testing.RealIndex

def moto = new File(System.getenv('LIVE_MOTO') ?: "$basedir/../../live/venv/bin/moto_server")
if (!moto.canExecute()) {
    println "Skipped: there is no moto_server at $moto."
    return false
}
return RealIndex.isReachable()
