import groovy.json.JsonSlurper

def json = new JsonSlurper().parse(new File(basedir, 'target/lambda-layer/demo.json'))
assert json.packages.collect { it.name } == ['demo', 'six']
assert json.runtimes == ['python3.12', 'python3.13']

def log = new File(basedir, 'build.log').text
assert log.contains('User property: lambda-layer.expectedAccount')

return true
