import io.github.lambdalayer.testing.FileSnapshot
import io.github.lambdalayer.testing.aws.FakeLambda
import io.github.lambdalayer.testing.aws.Fault
import io.github.lambdalayer.testing.aws.Invariants

// The layer goes to two regions. No call of AWS may leave a state that the next build cannot bring to its end: nothing twice, nothing lost.
def layers = 'arn:aws:lambda:eu-west-1:123456789012:layer:'
def versions = [layers + 'data:1', layers.replace('eu-west-1', 'us-east-1') + 'data:1']
def output = new File(basedir, 'target/lambda-layer').toPath()
def writes = ['PublishLayerVersion', 'AddLayerVersionPermission', 'UpdateFunctionConfiguration', 'PublishVersion', 'Invoke', 'UpdateAlias']
def built = FileSnapshot.of(new File(basedir, 'target').toPath())
def maven = new File(System.getProperty('maven.home'), 'bin/mvn').path

def start = { FakeLambda aws ->
    def command = [maven, '-B', '-ntp', '-q', '-s', new File(basedir, '../../../src/it/settings.xml').canonicalPath,
        "-Dmaven.repo.local=${localRepositoryPath}" as String, "-Dlambda-layer.indexUrl=${context.get('index').url()}" as String,
        "-Dlambda-layer.cacheDirectory=${new File(basedir, 'cache')}" as String,
        "-Dlambda-layer.endpointUrl=${aws.endpoint()}" as String, 'lambda-layer:publish', 'lambda-layer:attach']
    def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(basedir, 'killed.log')))
    process.environment().putAll([AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: Invariants.SECRET,
        AWS_REGION: 'eu-west-1', AWS_EC2_METADATA_DISABLED: 'true', MAVEN_OPTS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1'])
    process.start()
}
def world = { FakeLambda aws ->
    aws.layer(layers + 'old:1', 10)
    aws.function('eu-west-1', 'orders').layers(layers + 'old:1').alias('live')
}
def check = { FakeLambda aws, orders, String where ->
    assert Invariants.broken(aws, output, 'data') == [] : where
    ['eu-west-1', 'us-east-1'].eachWithIndex { region, i ->
        assert aws.versions(region, 'data') == [versions[i]] : where
        assert aws.policy(versions[i]).count('210987654321:root') == 1 : where
    }
    assert orders.layers() == [layers + 'old:1', layers + 'data:1'] : where
    assert orders.aliasVersion('live') == '2' : where
    assert orders.versionLayers('2') == [layers + 'old:1', layers + 'data:1'] : where
    assert orders.versionCount() == 2 : where
}

def calls
FakeLambda.start().withCloseable { aws ->
    def orders = world(aws)
    assert start(aws).waitFor() == 0
    check(aws, orders, 'not killed')
    calls = aws.operations()
}
def kills = 0
calls.eachWithIndex { call, i ->
    def (operation, region) = call.split(' ')
    // Regions are worked on side by side: a call is the same in each run only as the n-th of its kind.
    def nth = calls[0..i].count(call)
    def moments = writes.contains(operation) ? [false, true] : [false]
    moments.each { afterwards ->
        FakeLambda.start().withCloseable { aws ->
            def orders = world(aws)
            built.restore()
            def victim = new java.util.concurrent.ArrayBlockingQueue<Process>(1)
            Runnable kill = {
                def process = victim.take()
                process.descendants().forEach { it.destroyForcibly() }
                process.destroyForcibly().waitFor()
            }
            def faults = [Fault.none()] * (nth - 1) + [afterwards ? Fault.killedAfter(kill) : Fault.killedBefore(kill)]
            aws.onIn(region, operation, faults as Fault[])
            def process = start(aws)
            victim.add(process)
            assert process.waitFor() != 0 : "not killed ${afterwards ? 'after' : 'before'} ${call}"
            assert start(aws).waitFor() == 0
            check(aws, orders, "killed ${afterwards ? 'after' : 'before'} ${call}")
            kills++
        }
    }
}
context.get('index').close()
def killedTwice = calls.findAll { writes.contains(it.split(' ')[0]) }
println "Maven was killed ${kills} times, at ${calls.size()} calls of two regions, ${killedTwice.size()} of which change something"
assert kills == calls.size() + killedTwice.size()
assert killedTwice.count { it.startsWith('PublishLayerVersion') } == 2
assert !new File(basedir, 'killed.log').text.contains(Invariants.SECRET)

return true
