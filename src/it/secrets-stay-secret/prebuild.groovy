import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.FakeFile
import io.github.lambdalayer.testing.FakeIndex
import io.github.lambdalayer.testing.Reply
import io.github.lambdalayer.testing.aws.Fault
import io.github.lambdalayer.testing.aws.ProjectServers

// Each asks for a password of its own, and leads to files and pages of a third server, which must be given neither.
def elsewhere = FakeIndex.start().with(wheel('extra', '1.0'), wheel('moved', '1.0'))
def encrypted = FakeIndex.start().onlyFor('canary-user', 'canary-encrypted')
    .with(FakeFile.of(wheel('extra', '1.0')).url(elsewhere.url('/files/extra-1.0-py3-none-any.whl') as String))
context.put('elsewhere', elsewhere)
context.put('encrypted', encrypted)
context.get('userProperties').put('encrypted.url', encrypted.url() as String)
ProjectServers.index(context, basedir, wheel('demo', '1.0').requires('extra', 'moved'))
    .onlyFor('canary-user', 'canary-password')
    .alwaysAnswers('/simple/moved/', Reply.redirect(302, elsewhere.url('/simple/moved/') as String))
def aws = ProjectServers.aws(context)
aws.function('eu-west-1', 'orders').runtime('python3.13')
aws.on('GetCallerIdentity', Fault.none(), Fault.refused(403, 'SignatureDoesNotMatch',
    'The request signature we calculated does not match. The Canonical String should have been: x-amz-security-token:canary-session-token'))

return true
