def lines = new File(basedir, 'build.log').readLines()
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

return true
