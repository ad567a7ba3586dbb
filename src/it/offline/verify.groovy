def index = context.get('index')
index.close()

// Two pages and two wheels, with their metadata, in the second build; nothing in the others.
def files = index.requests().collect { it.path() }
assert files.count { it == '/simple/demo/' } == 1
assert files.count { it == '/simple/six/' } == 1

assert new File(basedir, 'target/offline/data.zip').bytes == new File(basedir, 'target/lambda-layer/data.zip').bytes

def log = new File(basedir, 'build.log').text
assert log.contains('The goal publish asks AWS, and Maven runs offline.')

return true
