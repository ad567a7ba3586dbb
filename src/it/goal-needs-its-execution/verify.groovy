def log = new File(basedir, 'build.log').text
assert log.contains('Only the execution "layers" holds a layer, and the goal package does not run as a part of it.')
assert log.contains('hint: mvn lambda-layer:package@layers')
assert new File(basedir, 'target/lambda-layer/data.zip').isFile()

return true
