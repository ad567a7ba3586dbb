import static io.github.lambdalayer.testing.Leaks.basic

import io.github.lambdalayer.testing.Leaks

context.get('index').close()
context.get('aws').close()

assert context.get('aws').writes() == ['PublishLayerVersion eu-west-1', 'UpdateFunctionConfiguration eu-west-1']

assert Leaks.in(basedir, ['canary-password', 'canary-session-token', 'canary-url-token',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', basic('canary-user:canary-password')]).empty

def log = new File(basedir, 'build.log').text
assert log.contains('AWS does not accept the credentials for sts:GetCallerIdentity (SignatureDoesNotMatch).')
assert log.contains('demo @ a URL: packages come from indexes and folders only.')

return true
