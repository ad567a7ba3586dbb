import java.util.zip.ZipFile

context.get('server').destroy()
context.get('server').waitFor()

def lock = new File(basedir, 'pylock.toml').text
['demo-1.0-py3-none-any.whl', 'some_base-1.1-py3-none-any.whl'].each { assert lock.contains(it) }
assert !lock.contains('canary-password')
new ZipFile(new File(basedir, "target/lambda-layer/${new File(basedir.path).name - 'live-'}.zip")).withCloseable { zip ->
    ['demo', 'some_base'].each { name ->
        assert zip.stream().anyMatch { it.name.startsWith("python/$name/") || it.name == "python/${name}.py" }
    }
}
def canaries = ['canary-password', 'canary-user:canary-password'.bytes.encodeBase64() as String]
def written = [new File(basedir, 'build.log')]
[new File(basedir, 'target'), new File(basedir, 'cache')].each { it.eachFileRecurse(groovy.io.FileType.FILES) { written << it } }
written.each { file ->
    def text = file.getText('ISO-8859-1')
    canaries.each { canary ->
        def found = text.contains(canary)
        assert !found : "$file holds a password"
    }
}
return true
