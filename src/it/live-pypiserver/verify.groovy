import static io.github.lambdalayer.testing.Leaks.basic

import io.github.lambdalayer.testing.Leaks
import io.github.lambdalayer.testing.PrivateIndex

context.get('server').close()

PrivateIndex.assertLockedAndPackaged(basedir)
assert !new File(basedir, 'pylock.toml').text.contains('canary-password')
assert Leaks.in(basedir, ['canary-password', basic('canary-user:canary-password')]).empty
return true
