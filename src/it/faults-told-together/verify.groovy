def lines = new File(basedir, 'build.log').readLines('UTF-8')
def start = lines.findIndexOf { it.contains('Failed to execute goal') }
def block = lines.subList(start, start + 17).collect { it.replaceFirst(/.*on project faulty-layer: /, '') }

assert block == [
    '3 problems:',
    '[ERROR] ',
    '[ERROR] <layerName>: "my layer" is not a layer name: expected a letter, a digit, - or _.',
    '[ERROR] ',
    '[ERROR]   my layer',
    '[ERROR]     ^',
    '[ERROR] ',
    '[ERROR] <runtime> 2: "python2.7" is not a known runtime: python3.6, python3.7, python3.8, python3.9, python3.10,'
        + ' python3.11, python3.12, python3.13, python3.14.',
    '[ERROR] ',
    '[ERROR] <requirement> 2: "numpy=1.20" is not a requirement: expected a comparison such as == or >= after the name.',
    '[ERROR] ',
    '[ERROR]   numpy=1.20',
    '[ERROR]        ^',
    '[ERROR] ',
    '[ERROR] hint: write numpy==1.20 for exactly that version',
    '[ERROR] see problems.html#bad-layer-name',
    '[ERROR] -> [Help 1]',
]
assert lines.contains('[WARNING] <requirments> is not a parameter of this plugin; it is ignored. Did you mean <requirements>?')
assert lines.any { it.contains('-Dlambda-layer.password is no parameter: mvn -X prints what stands in a pom') }
assert !lines.any { it.contains('Caused by') || it.startsWith('\tat ') }

def faults = lines.subList(lines.findIndexOf { it.endsWith('17 problems:') }, lines.size())
    .collect { it.replace('[ERROR] ', '') }
    .findAll { it.startsWith('<requirement> ') }
def isNone = { text, expected -> "\"${text}\" is not a requirement: ${expected}." as String }
def comparison = 'expected a comparison such as == or >='
def name = 'expected the name of a package'
assert faults*.replaceFirst('<requirement> ', '') == [
    '1: ' + isNone('numpy=1.20', "${comparison} after the name"),
    '2: ' + isNone('numpy==', 'expected a version after =='),
    '3: ' + isNone('numpy >= 1,,', comparison),
    '4: ' + isNone('numpy==1.*.2', 'expected the version to end after .*'),
    '5: ' + isNone("numpy; python_vershun < '3'", 'there is no marker variable "python_vershun"'),
    '6: ' + isNone('numpy; python_version < 3', 'expected a variable such as python_version, or a quoted text'),
    '7: ' + isNone('-e .', name),
    '8: ' + isNone('./dir', name),
    '9: ' + isNone('-r ../../x', name),
    '10: ' + isNone('--index-url https://host.example/simple', name),
    '11: ' + isNone('six==1 --hash=sha256:ab', 'expected a comma or the end after the version'),
    '12: ' + isNone('six==${LAMBDA_LAYER_TEST_NOT_SET}', 'expected a digit'),
    '13: ' + isNone('n\u0430mpy', "${comparison} after the name, found U+0430 (CYRILLIC SMALL LETTER A)"),
    '14: ' + isNone('six\u00A0==1', "${comparison} after the name, found U+00A0 (NO-BREAK SPACE)"),
    '15: ' + isNone('\\ufeffsix==1', "${name}, found U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
    '18: ' + isNone('', name),
    '17: foo.bar==2 contradicts Foo_Bar==1 (<requirement> 16).',
]

return true
