import groovy.json.JsonSlurper

def versions = { region ->
    def connection = new URL(context.get('endpoint') + '/2018-10-31/layers/moto/versions').openConnection()
    connection.setRequestProperty(
            'Authorization', "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/$region/lambda/aws4_request, "
            + 'SignedHeaders=host, Signature=0')
    new JsonSlurper().parse(connection.inputStream).LayerVersions
}
try {
    ['eu-west-1', 'us-east-1'].each { region ->
        def all = versions(region)
        assert all*.Version == [1]
        assert all[0].CompatibleRuntimes == ['python3.13']
        assert all[0].LicenseInfo == 'MIT'
    }
} finally {
    context.get('moto').destroy()
}
def result = new JsonSlurper().parse(new File(basedir, 'target/lambda-layer/moto.json'))
assert result.published*.created == [false, false]
assert result.published*.version == [1, 1]
return true
