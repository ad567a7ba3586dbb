def aws = context.get('aws')
context.get('index').close()

assert aws.writes() == [] : 'every call only reads'
assert aws.operations().containsAll(['GetLayerVersion', 'ListLayerVersions', 'GetFunction', 'ListFunctions', 'GetAlias'].collect { "$it eu-west-1" as String })
def layers = 'arn:aws:lambda:eu-west-1:123456789012:layer:'
assert aws.versions('eu-west-1', 'data') == [layers + 'data:2', layers + 'data:1']
assert aws.objects('stage') == []
aws.close()

def lines = new File(basedir, 'build.log').readLines()
def told = { String line -> lines.count { it == '[INFO]   ' + line } }
// publish and attach tell the whole plan, each of them twice, and plan once.
assert lines.count { it.startsWith('[INFO]   would     publish data to eu-west-1 (new content): ') } == 5
assert told('would     share in eu-west-1: + lambda-layer-account-210987654321') == 5
assert lines.count { it.startsWith('[INFO]   would     attach data to orders in eu-west-1 (in the place of version 1; alias live is moved; at most ') } == 5
assert lines.count { it.startsWith('[INFO]   would     attach data to import-a in eu-west-1 (at most ') } == 5
assert lines.count { it.startsWith('[INFO]   would     attach data to reports in eu-west-1 (at most ') } == 5
assert told("would     detach ${layers}data:1 from orders in eu-west-1") == 1
assert told('unchanged import-a in eu-west-1') == 1
assert told('unchanged reports in eu-west-1') == 1
assert told('unused    eu-west-1: 1 of 2 versions, namely 2') == 2
assert lines.count { it == '[INFO] Nothing was deleted: dryRun is true.' } == 1
assert lines.count { it == '[INFO] Nothing was deleted; add -Dlambda-layer.confirm to delete them.' } == 1
assert lines.count { it == '[INFO] Functions in other accounts cannot be checked.' } == 2
assert !lines.any { it.startsWith('[INFO]   published') || it.startsWith('[INFO]   attached') || it.startsWith('[INFO]   later') }

return true
