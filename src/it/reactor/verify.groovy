def index = context.get('index')
index.close()

def zips = ['one/target/lambda-layer/one.zip', 'two/target/lambda-layer/small.zip',
    'two/target/lambda-layer/both-x86_64.zip', 'two/target/lambda-layer/both-arm64.zip',
    'three/target/lambda-layer/three.zip'].collect { new File(basedir, it) }
zips.each { assert it.isFile() }
// What is for both architectures is the same for both.
assert zips[2].bytes == zips[3].bytes
assert zips[0].bytes == zips[4].bytes

def log = new File(basedir, 'build.log').text
def none = log.count('[INFO] No layer is declared here.')
assert none == 3 : 'the parent and one module have no layer, and build asks the parent alone'
assert log.contains('No layer is declared here. Maven runs this goal in no other module: mvn lambda-layer:package builds the layers of all.')

def stray = []
new File(basedir, 'cache').eachFileRecurse(groovy.io.FileType.FILES) { if (it.name.endsWith('.part')) stray << it }
assert stray == []

return true
