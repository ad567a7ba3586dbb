def zip = new File(basedir, 'target/lambda-layer/zipped-layer.zip')
def place = 'com/example/it/zipped-layer/1.0/zipped-layer-1.0'
assert new File(localRepositoryPath, place + '.zip').bytes == zip.bytes
assert new File(basedir, 'target/deployed/' + place + '.zip').bytes == zip.bytes
assert new File(basedir, 'target/deployed/' + place + '.pom').isFile()
assert new File(basedir, 'target/deployed/com/example/it/zipped-layer/1.0').list().every { !it.contains('lambda-layer.zip') }

def log = new File(basedir, 'build.log').text
assert log.contains('  checked   target/lambda-layer/zipped-layer.zip, no finding')
assert log.contains('  imported  six in ') || log.contains('  skipped   the import of six: there is no Python 3.13 on this machine')
assert log.contains('Skipped: lambda-layer.publish.skip is true')
assert log.contains('Skipped: lambda-layer.attach.skip is true')
// What the life cycle names has a version: Maven would look for the newest one, and tell of those that it cannot use.
assert !log.contains('Looking for compatible RELEASE version')
assert log =~ /install(-plugin)?:3\.2\.0:install / && log =~ /deploy(-plugin)?:3\.2\.0:deploy /

def page = new File(basedir, 'target/lambda-layer/index.html').text
assert page.contains('<h1>Layer zipped-layer</h1>')
assert page.contains('<td>1.16.0</td>')
assert log.contains('  wrote     target/lambda-layer/index.html')

return true
