def log = new File(basedir, 'build.log').text
assert log.contains('The parameters are only in the execution "layers", which the goal package on the command line does not see.')
assert log.contains('hint: mvn lambda-layer:package@layers')
assert new File(basedir, 'target/lambda-layer/data.zip').isFile()
assert log.contains('The executions "layers" and "other" both write data.zip, each with other parameters, and one would overwrite the other.')

return true
