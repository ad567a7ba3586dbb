import groovy.json.JsonSlurper

def index = context.get('index')
def aws = context.get('aws')
index.close()
aws.close()

assert aws.writes() == [
    'PublishLayerVersion eu-west-1', 'UpdateFunctionConfiguration eu-west-1', // the first build
    'PublishLayerVersion eu-west-1' // the third
]

def first = 'arn:aws:lambda:eu-west-1:123456789012:layer:data:1'
def second = 'arn:aws:lambda:eu-west-1:123456789012:layer:data:2'
assert aws.versions('eu-west-1', 'data') == [second, first]

def log = new File(basedir, 'build.log').text
assert log.count("  published ${first} (new)") == 1
assert log.count("  published ${first} (unchanged)") == 1
assert log.count("  published ${second} (new: same content as version 1, but another description)") == 1
assert log.count('  attached  data:1 to orders in eu-west-1') == 2
assert log.count('  attached  data:1 to orders in eu-west-1 (unchanged)') == 1

def json = new JsonSlurper().parse(new File(basedir, 'target/lambda-layer/data.json'))
assert json.published == [[region: 'eu-west-1', arn: second, version: 2, created: true]]
assert new File(basedir, 'target/lambda-layer/data.properties').readLines()
    .contains("lambda-layer.data.arn.eu-west-1=${second}" as String)

return true
