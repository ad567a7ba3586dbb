import groovy.json.JsonSlurper
import java.security.MessageDigest
import java.util.zip.ZipFile

def folder = new File(basedir, 'target/lambda-layer')
def zip = new File(folder, 'data.zip')
def json = new JsonSlurper().parse(new File(folder, 'data.json'))
def sha256 = MessageDigest.getInstance('SHA-256').digest(zip.bytes).encodeHex().toString()

assert json.keySet() as List == ['layer', 'zip', 'inputs', 'sha256', 'codeSha256', 'zippedBytes', 'unzippedBytes',
    'runtimes', 'architectures', 'packages', 'findings', 'published', 'attached']
assert json.layer == 'data'
assert json.zip == 'data.zip'
assert json.sha256 == sha256
assert json.zippedBytes == zip.length()
assert json.runtimes == ['python3.13']
assert json.architectures == ['x86_64']
assert json.packages.collect { it.name + ' ' + it.version } == ['demo 2.0', 'pytz 2024.2', 'six 1.16.0']
assert json.packages.find { it.name == 'six' }.requiredBy == ['demo']

def names = new ZipFile(zip).withCloseable { it.entries().collect { e -> e.name } }
assert names == names.sort(false)
assert names.containsAll(['python/demo/__init__.py', 'python/acme/__init__.py', 'python/six-1.16.0.dist-info/METADATA'])
assert !names.any { it.endsWith('/') }

assert new File(folder, 'pylock.data.toml').text.contains('six-1.16.0-py2.py3-none-any.whl')
assert new File(folder, 'data.properties').readLines().contains('lambda-layer.data.sha256=' + sha256)

// Another time zone, another language, another folder: the same bytes.
assert new File(basedir, 'target/again/data.zip').bytes == zip.bytes

def installed = new File(localRepositoryPath, 'com/example/it/folder-layer/1.0/folder-layer-1.0-lambda-layer.zip')
assert installed.bytes == zip.bytes

def log = new File(basedir, 'build.log').text
def wrote = log.count('  wrote     target/lambda-layer/data.zip, ')
def unchanged = log.count('  unchanged target/lambda-layer/data.zip, ')
assert wrote == 1 : 'the zip was written more than once'
assert unchanged == 1 : 'the second build did not see that the zip is still right'

return true
