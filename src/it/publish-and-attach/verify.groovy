import groovy.json.JsonSlurper
import io.github.lambdalayer.testing.aws.Invariants

def index = context.get('index')
def aws = context.get('aws')
index.close()
aws.close()
assert Invariants.broken(aws, new File(basedir, 'target/lambda-layer').toPath(), 'data') == []

assert aws.writes() == [
    'PublishLayerVersion eu-west-1', 'UpdateFunctionConfiguration eu-west-1', // the first build
    'PublishLayerVersion eu-west-1', // the third
    'UpdateFunctionConfiguration eu-west-1', // the function loses the layer
    'DeleteLayerVersion eu-west-1' // the second version; the first was published from here last
]

def first = 'arn:aws:lambda:eu-west-1:123456789012:layer:data:1'
def second = 'arn:aws:lambda:eu-west-1:123456789012:layer:data:2'
assert aws.versions('eu-west-1', 'data') == [first]

def log = new File(basedir, 'build.log').text
assert log.count("  published ${first} (new)") == 1
assert log.count("  published ${first} (unchanged)") == 2
assert log.count("  published ${second} (new: same content as version 1, but another description)") == 1
assert log.count('  attached  data:1 to orders in eu-west-1') == 2
assert log.count('  attached  data:1 to orders in eu-west-1 (unchanged)') == 1

def plan = new JsonSlurper().parse(new File(basedir, 'plan.json'))
assert plan[0].changes
assert plan[0].regions[0].because == 'same content as version 2, but another description'
assert plan[0].functions[0].action == 'attach'
assert log.contains('There is something to do for data, and failOnChanges is set.')
assert log.contains(', but sha256 asks for 00ff.')
assert log.contains("  detached  ${first} from orders in eu-west-1")
assert log.count('[INFO]   unused    eu-west-1: 1 of 2 versions, namely 2') == 2
assert log.contains('Nothing was deleted; add -Dlambda-layer.confirm to delete them.')
assert log.contains("  deleted   ${second}")

def policy = new JsonSlurper().parse(new File(basedir, 'policy.json'))
assert policy.Statement*.Sid == ['ListVersions', 'ReadVersions', 'PublishLayer', 'ReadFunctions', 'UpdateFunctions', 'ReadLayersOfFunctions']

def json = new JsonSlurper().parse(new File(basedir, 'target/lambda-layer/data.json'))
assert json.published == [[region: 'eu-west-1', arn: first, version: 1, created: false]]
assert json.attached == []
assert new File(basedir, 'target/lambda-layer/data.properties').readLines()
    .contains("lambda-layer.data.arn.eu-west-1=${first}" as String)
assert new File(basedir, 'target/lambda-layer/data.env').text.contains("LAMBDA_LAYER_DATA_ARN_EU_WEST_1=${first}")

return true
