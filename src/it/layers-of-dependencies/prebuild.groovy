import static io.github.lambdalayer.testing.WheelBuilder.wheel

def deploy = { String artifact, String type, byte[] content, String dependency ->
    def folder = new File(basedir, "repository/com/acme/${artifact}/1.0")
    folder.mkdirs()
    new File(folder, "${artifact}-1.0.${type}").bytes = content
    new File(folder, "${artifact}-1.0.pom").text = """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.acme</groupId><artifactId>${artifact}</artifactId><version>1.0</version>
          <packaging>${type}</packaging>
          <dependencies>${dependency}</dependencies>
        </project>""".stripIndent().strip()
}

// Under the name that Maven gives it, and with a requirement that comes from elsewhere.
deploy('acme-demo', 'whl', wheel('acme_demo', '1.0').requires('six>=1.16').bytes(), '')
deploy('tool', 'jar', 'a jar'.bytes,
    '<dependency><groupId>com.acme</groupId><artifactId>part</artifactId><version>1.0</version></dependency>')
deploy('part', 'jar', 'a part'.bytes, '')
wheel('six', '1.16.0').in(new File(basedir, 'wheels').toPath())

def npm = new File(basedir, 'node_modules/demo')
npm.mkdirs()
new File(npm, 'index.js').text = 'module.exports = 1;\n' * 50

def programs = new File(basedir, 'programs')
programs.mkdirs()
new File(programs, 'run.sh').text = '#!/bin/sh\n'
new File(programs, 'notes.txt').text = 'left out'

return true
