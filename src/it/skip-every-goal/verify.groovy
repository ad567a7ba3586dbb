def log = new File(basedir, 'build.log').text
assert log.count('[INFO] Skipped: lambda-layer.skip is true') == 14
assert log.count('[INFO] Skipped: lambda-layer.package.skip is true') == 1
assert log.count('[INFO] Skipped: lambda-layer.publish.skip is true') == 1
assert !new File(basedir, 'target/lambda-layer').exists()
assert !new File(basedir, 'pylock.toml').exists()

return true
