import groovy.json.JsonSlurper
import io.github.lambdalayer.testing.aws.FakeLambda
import java.util.zip.ZipFile

FakeLambda aws = context.get('aws')
aws.close()

def log = new File(basedir, 'build.log').text
def result = new JsonSlurper().parse(new File(basedir, 'target/lambda-layer/python-data.json'))
def versions = result.packages.collectEntries { [it.name, it.version] }

assert versions.pandas == '1.2.4'
assert versions.numpy == '1.20.2'
assert versions.pytz == '2021.1'
// What the article forgot; a release of python-dateutil may itself need tzdata, and nothing else may be there.
assert versions.keySet().containsAll(['python-dateutil', 'six'])
assert (versions.keySet() - ['pandas', 'numpy', 'pytz', 'python-dateutil', 'six', 'tzdata']).isEmpty()

result.packages.findAll { it.name in ['pandas', 'numpy'] }.each {
    assert it.wheel.contains('x86_64')
    assert !it.wheel.contains('i686')
}
// glibc of the runtime's image is 2.26: each native wheel has a tag that is no newer.
result.packages.each {
    def platforms = it.wheel.replace('.whl', '').tokenize('-').last().tokenize('.')
    assert platforms.any { p ->
        p == 'any' || p.startsWith('manylinux1_') || p.startsWith('manylinux2010_') || p.startsWith('manylinux2014_') ||
                (p.startsWith('manylinux_2_') && p.tokenize('_')[2].toInteger() <= 26)
    }
}

def zip = new ZipFile(new File(basedir, 'target/lambda-layer/python-data.zip'))
def names = zip.entries().collect { it.name }
zip.close()
assert names.contains('python/pandas/__init__.py')
assert names.contains('python/dateutil/__init__.py')
assert names.contains('python/six.py')
assert names.every { it.startsWith('python/') }
assert names == names.sort(false)

def published = result.published
assert published*.arn == ['arn:aws:lambda:eu-west-1:123456789012:layer:python-data:1']
assert result.attached*.outcome == ['attached']

def told = log.contains('i686') && log.contains('x86_64') && log.contains('pandas==1.2.4')
assert told : 'the wrong wheel must be told by both architectures'
assert !log.contains('\tat ') : 'no stack trace'
return true
