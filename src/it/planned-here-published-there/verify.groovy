import groovy.json.JsonSlurper
import io.github.lambdalayer.testing.aws.Invariants
import java.nio.file.Files

def aws = context.get('aws')
context.get('index').close()
assert aws.writes() == [] : 'planning only reads'

def plan = new JsonSlurper().parse(new File(basedir, 'plan.json'))[0]
assert plan.changes
assert plan.regions*.action == ['publish']
assert plan.zip == 'data.zip'

// The other job gets the pom, the zip and the digest, and nothing else: no wheels, no lock, no index.
def job = new File(basedir, 'second-job')
Files.createDirectories(job.toPath())
Files.copy(new File(basedir, 'pom.xml').toPath(), new File(job, 'pom.xml').toPath())
Files.copy(new File(basedir, 'target/lambda-layer/data.zip').toPath(), new File(job, 'tested.zip').toPath())
def maven = new File(System.getProperty('maven.home'), 'bin/mvn').path
def publish = { String sha256 ->
    def log = new File(job, 'build.log')
    def command = [maven, '-B', '-ntp', '-s', new File(basedir, '../../../src/it/settings.xml').canonicalPath,
        "-Dmaven.repo.local=${localRepositoryPath}" as String, "-Dlambda-layer.endpointUrl=${aws.endpoint()}" as String,
        '-Dlambda-layer.indexUrl=http://127.0.0.1:1/', '-Dlambda-layer.zip=tested.zip', "-Dlambda-layer.sha256=$sha256" as String,
        'lambda-layer:publish']
    def process = new ProcessBuilder(command).directory(job).redirectErrorStream(true).redirectOutput(log)
    process.environment().putAll([AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: Invariants.SECRET,
        AWS_REGION: 'eu-west-1', AWS_EC2_METADATA_DISABLED: 'true'])
    [process.start().waitFor(), log.readLines()]
}

def other = '0' * 64
def (refused, lines) = publish(other)
assert refused != 0
assert lines.any { it.endsWith("The zip of layer data has the sha256 ${plan.sha256}, but sha256 asks for ${other}.") }
assert lines.contains('[ERROR] hint: publish the zip that was planned, with -Dlambda-layer.zip=…, or plan anew')
assert aws.writes() == []

def (published, told) = publish(plan.sha256.toUpperCase())
assert published == 0 : told.join('\n')
assert told.contains('[INFO]   published arn:aws:lambda:eu-west-1:123456789012:layer:data:1 (new)')
assert aws.writes() == ['PublishLayerVersion eu-west-1']
assert Invariants.broken(aws, new File(job, 'target/lambda-layer').toPath(), 'data') == []
def result = new JsonSlurper().parse(new File(job, 'target/lambda-layer/data.json'))
assert result.sha256 == plan.sha256
assert !new File(job, 'target/lambda-layer/data.zip').exists() : 'nothing was built'
aws.close()

return true
