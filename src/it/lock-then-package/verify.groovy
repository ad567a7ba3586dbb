def log = new File(basedir, 'build.log').text
assert log.contains('There is no pylock.toml, and <locked> asks for one.')
assert log.contains('hint: mvn lambda-layer:lock')
assert log.count('  wrote     pylock.toml, 2 packages') == 1
assert log.count('  locked    2 packages (pylock.toml)') == 1
assert log.contains('pylock.toml is out of date:')
assert log.contains('requirement pytz was added')
assert log.count('  unchanged pylock.toml, 2 packages') == 2
assert log.count('[WARNING] <upgrade> names') == 1
assert log.contains('[WARNING] <upgrade> names dmeo, but no package of that name is locked or required: it changes nothing. Did you mean demo?')

def lock = new File(basedir, 'pylock.toml').text
assert lock.contains('lock-version = "1.0"')
assert lock.contains('six-1.16.0-py3-none-any.whl')
assert !lock.contains(basedir.path)

return true
