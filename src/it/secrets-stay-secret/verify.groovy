context.get('index').close()
context.get('aws').close()

assert context.get('aws').writes() == ['PublishLayerVersion eu-west-1', 'UpdateFunctionConfiguration eu-west-1']

def canaries = ['canary-password', 'canary-session-token', 'canary-url-token', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'canary-user:canary-password'.bytes.encodeBase64() as String]
def written = [new File(basedir, 'build.log')]
[new File(basedir, 'target'), new File(basedir, 'cache')].each { it.eachFileRecurse(groovy.io.FileType.FILES) { written << it } }
written.each { file ->
    def text = file.getText('ISO-8859-1')
    canaries.each { canary ->
        def found = text.contains(canary)
        assert !found : "${file} holds ${canary}"
    }
}

def log = new File(basedir, 'build.log').text
assert log.contains('AWS does not accept the credentials for sts:GetCallerIdentity (SignatureDoesNotMatch).')
assert log.contains('demo @ a URL: packages come from indexes and folders only.')

return true
