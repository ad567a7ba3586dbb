import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def folder = new File(basedir, 'target/lambda-layer')
def names = { String layer ->
    new ZipFile(new File(folder, layer + '.zip')).withCloseable { it.entries().collect { e -> e.name } }
}
def json = { String layer -> new JsonSlurper().parse(new File(folder, layer + '.json')) }

assert names('python-part').containsAll(['python/acme_demo/__init__.py', 'python/six/__init__.py'])
assert json('python-part').packages.collect { it.wheel } ==
    ['acme_demo-1.0-py3-none-any.whl', 'six-1.16.0-py3-none-any.whl']
assert names('java-part') == ['bin/run.sh', 'java/lib/part-1.0.jar', 'java/lib/tool-1.0.jar']
assert json('java-part').runtimes == ['java17', 'java21']
assert names('nodejs-part') == ['nodejs/node_modules/demo/index.js']

assert new File(basedir, 'target/policy.json').text.contains(':layer:java-part')

def log = new File(basedir, 'build.log').text
assert log.count('  wrote     target/lambda-layer/java-part.zip, ') == 1
assert log.count('  unchanged target/lambda-layer/java-part.zip, ') == 1
assert log.count('  unchanged target/lambda-layer/python-part.zip, ') == 1
assert log.count('Layer java-part for java17, java21 on x86_64') >= 1
def errors = log.readLines().findAll { it.startsWith('[ERROR]') }
assert errors[0].contains(': Layer python-part: There is no acme-absent on ') : errors
assert errors.every { log.indexOf(it) > log.lastIndexOf('BUILD SUCCESS') } : 'only the last build has errors'

return true
