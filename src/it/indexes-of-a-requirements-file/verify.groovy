import java.util.zip.ZipFile

def instead = context.get('instead')
def extra = context.get('extra')
instead.close()
extra.close()

def log = new File(basedir, 'build.log').text
assert log.contains('requirements.txt, line 1: --index-url would change where packages come from, and only the pom may.')
assert log.contains('hint: or set <indexOptions> to ignore, or to use where you trust the file with that')

// The folder is asked first, then --extra-index-url, then --index-url, which has taken the default's place.
def lock = new File(basedir, 'pylock.toml').text
assert lock.contains('local-1.0-py3-none-any.whl')
assert lock.contains("${extra.url('/files/')}extra-1.0-py3-none-any.whl")
assert lock.contains("${instead.url('/files/')}demo-1.0-py3-none-any.whl")
assert !lock.contains('9.0') && !lock.contains('pypi.org')
assert extra.requests()*.path.toSet().containsAll(['/simple/demo/', '/simple/six/', '/simple/extra/'])
assert instead.requests('/simple/extra/').empty
assert (instead.requests() + extra.requests()).every { !it.path.contains('local') }

new ZipFile(new File(basedir, 'target/lambda-layer/data.zip')).withCloseable { zip ->
    assert ['demo', 'extra', 'local', 'six'].every { name -> zip.entries().any { it.name.startsWith("python/${name}-") } }
}

return true
