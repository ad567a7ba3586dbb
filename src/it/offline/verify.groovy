def index = context.get('index')
index.close()

// Two pages and two wheels, with their metadata, in the second build; nothing in the others.
def files = index.requests().collect { it.path() }
assert files.count { it == '/simple/demo/' } == 1
assert files.count { it == '/simple/six/' } == 1

assert new File(basedir, 'target/offline/data.zip').bytes == new File(basedir, 'target/lambda-layer/data.zip').bytes

def log = new File(basedir, 'build.log').text
assert log.contains('The goal publish asks AWS, and Maven runs offline.')

// Maven reads the plugin's pom at each start: what it imported or required would be fetched by everybody, and read each time.
def plugin = new File(localRepositoryPath, 'io/github/lambdalayer/lambda-layer-maven-plugin').listFiles().find { it.directory }
def pom = plugin.listFiles().find { it.name.endsWith('.pom') }.text
assert !(pom =~ '<(dependencyManagement|build|profiles|scope>(import|test|compile)|parent)')
assert pom.contains('<packaging>maven-plugin</packaging>')

return true
