import static io.github.lambdalayer.testing.Leaks.basic

import io.github.lambdalayer.testing.Leaks
import io.github.lambdalayer.testing.aws.MachineCredentials

def aws = context.get('aws')
assert aws.writes() == ['PublishLayerVersion eu-west-1', 'UpdateFunctionConfiguration eu-west-1']

// The same from where build servers have their credentials, appended to the log of the build.
def machine = MachineCredentials.start()
def token = new File(basedir, 'identity-token')
token.text = 'canary-identity-token'
def sources = [
    ASIAWEB: [AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/ci', AWS_WEB_IDENTITY_TOKEN_FILE: token.path,
        AWS_ENDPOINT_URL: aws.endpoint() as String],
    ASIACONTAINER: machine.ofContainer(),
    ASIAINSTANCE: machine.ofInstance(),
]
def maven = new File(System.getProperty('maven.home'), 'bin/mvn').path
sources.each { accessKey, variables ->
    aws.forgetCalls()
    def command = [maven, '-X', '-B', '-ntp', '-s', new File(basedir, '../../../src/it/settings.xml').canonicalPath,
        "-Dmaven.repo.local=${localRepositoryPath}" as String, "-Dlambda-layer.endpointUrl=${aws.endpoint()}" as String,
        "-Dlambda-layer.indexUrl=${context.get('index').url()}" as String,
        "-Dencrypted.url=${context.get('encrypted').url()}" as String, '-Dsettings.security=settings-security.xml',
        "-Dlambda-layer.cacheDirectory=${new File(basedir, 'cache')}" as String, 'lambda-layer:publish']
    def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(basedir, 'build.log')))
    process.environment().keySet().removeIf { it.startsWith('AWS_') }
    process.environment().putAll([AWS_REGION: 'eu-west-1', AWS_EC2_METADATA_DISABLED: 'true', HOME: basedir.path] + variables)
    assert process.start().waitFor() == 0 : accessKey
    assert aws.calls('GetLayerVersion')*.accessKey() == [accessKey]
    assert aws.writes() == []
}
machine.close()
['index', 'encrypted', 'elsewhere', 'aws'].each { context.get(it).close() }

def given = { name, secret -> context.get(name).requests().any { (it.headers() as String).contains(secret) } }
def ofIndex = basic('canary-user:canary-password')
def ofEncrypted = basic('canary-user:canary-encrypted')
assert given('index', ofIndex) && !given('index', ofEncrypted)
assert given('encrypted', ofEncrypted) && !given('encrypted', ofIndex)
assert context.get('elsewhere').requests()*.path.containsAll(['/simple/moved/', '/files/extra-1.0-py3-none-any.whl'])
assert !given('elsewhere', 'authorization') && !given('elsewhere', ofIndex) && !given('elsewhere', ofEncrypted)

assert Leaks.in(basedir, ['canary-password', 'canary-encrypted', 'canary-in-a-file', 'canary-session-token', 'canary-url-token', 'canary-identity-token', 'role-secret', 'role-token',
    MachineCredentials.SECRET, MachineCredentials.SESSION_TOKEN, MachineCredentials.CONTAINER_TOKEN, 'canary-instance-token',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', ofIndex, ofEncrypted]).empty

def log = new File(basedir, 'build.log').text
assert log.contains('AWS does not accept the credentials for sts:GetCallerIdentity (SignatureDoesNotMatch).')
assert log.contains('indexes.txt, line 1: --index-url holds credentials, and a requirements file is for all to read.')

def lock = new File(basedir, 'pylock.toml').text
assert lock.contains('moved-1.0-py3-none-any.whl') && !lock.contains('canary')
assert log.contains('demo @ a URL: its address may hold what is secret, and a lock and a log are for all to read.')

return true
