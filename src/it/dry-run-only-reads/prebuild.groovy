import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.aws.ProjectServers

ProjectServers.index(context, basedir, wheel('demo', '1.0').requires('six'), wheel('six', '1.16.0').header('License', 'MIT'))
def aws = ProjectServers.aws(context)
def layers = 'arn:aws:lambda:eu-west-1:123456789012:layer:'
aws.bucket('stage', 'eu-west-1')
(1..2).each { aws.layer("${layers}data:$it" as String, 10) }
aws.layer(layers + 'old:1', 10)
aws.function('eu-west-1', 'orders').runtime('python3.13').layers(layers + 'old:1', layers + 'data:1').alias('live')
aws.function('eu-west-1', 'import-a').runtime('python3.13')
aws.function('eu-west-1', 'reports').runtime('python3.13').tag('team', 'data')

return true
