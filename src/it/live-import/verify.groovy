import java.util.zip.ZipFile

def layer = new File(basedir, 'target/lambda-layer/science.zip')
assert layer.isFile()

def python = System.getenv('LIVE_PYTHON') ?: 'python3.11'
def version
try {
    version = [python, '-c', 'import sys; print("%d.%d" % sys.version_info[:2])'].execute().text.trim()
} catch (IOException e) {
    version = 'none'
}
if (version != '3.11') {
    println "Not imported: $python is no CPython 3.11 ($version)"
    return true
}

def unpacked = new File(basedir, 'target/unpacked')
new ZipFile(layer).withCloseable { zip ->
    zip.entries().each { entry ->
        def file = new File(unpacked, entry.name)
        file.parentFile.mkdirs()
        zip.getInputStream(entry).withCloseable { file.bytes = it.bytes }
    }
}
def script = '''
import sys
sys.path.insert(0, sys.argv[1])
import pandas, numpy, yaml, requests, socks
from importlib.metadata import version
assert pandas.__file__.startswith(sys.argv[1]), pandas.__file__
frame = pandas.DataFrame({"a": [1, 2, 3]})
assert frame["a"].sum() == 6
assert yaml.safe_load("a: [1]") == {"a": [1]}
assert version("pandas") == pandas.__version__
print("imported pandas", pandas.__version__, "numpy", numpy.__version__)
'''
// Isolated, without site-packages: only the layer is on the path.
def process = [python, '-I', '-S', '-c', script, new File(unpacked, 'python').path].execute()
def out = new StringBuilder()
process.waitForProcessOutput(out, out)
println out
assert process.exitValue() == 0 : out.toString()
return true
