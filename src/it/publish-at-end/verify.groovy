import io.github.lambdalayer.testing.aws.Invariants

def index = context.get('index')
def aws = context.get('aws')
index.close()
aws.close()
['one', 'two'].each { assert Invariants.broken(aws, new File(basedir, "$it/target/lambda-layer").toPath(), it) == [] }

// Nothing of the build that failed; then every version before the first function.
assert aws.writes() == [
    'PublishLayerVersion us-east-1', // the module that did not fail, in the build that went on
    'PublishLayerVersion eu-west-1', 'PublishLayerVersion eu-west-1',
    'UpdateFunctionConfiguration eu-west-1', 'UpdateFunctionConfiguration eu-west-1'
    // The last build finds all there.
]
assert aws.versions('eu-west-1', 'one').size() == 1
assert aws.versions('eu-west-1', 'two').size() == 1
assert aws.versions('us-east-1', 'one').size() == 1
assert aws.versions('us-east-1', 'two').empty

def log = new File(basedir, 'build.log').text
assert log.count('[INFO]   later     publish, when the last module is built') == 3 : 'once in each build'
assert log.count('[INFO]   later     attach, when the last module is built') == 2

['publish', 'attach'].each { goal ->
    assert log.readLines().count { it == "[WARNING] -rf leaves one out of what publishAtEnd does; mvn lambda-layer:${goal} -pl :one makes up for it." as String } == 1
}

def iac = new File(basedir, 'one/target/lambda-layer/iac')
assert iac.list().sort() == ['one.cdk.ts', 'one.cloudformation.yaml', 'one.tf']

def arn = { region, layer -> "arn-${layer}-${region}=arn:aws:lambda:${region}:123456789012:layer:${layer}:1" as String }
assert new File(basedir, 'github-output.txt').readLines() == [
    arn('us-east-1', 'one'), 'changed-one=true',
    arn('eu-west-1', 'one'), 'changed-one=true', arn('eu-west-1', 'two'), 'changed-two=true',
    arn('eu-west-1', 'two'), 'changed-two=false',
    // The build that ends at package: the execution that is bound there has its end, and names the regions of both.
    arn('eu-west-1', 'one'), 'changed-one=false',
    arn('eu-west-1', 'one'), arn('us-east-1', 'one'), 'changed-one=false'
]

return true
