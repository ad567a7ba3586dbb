import groovy.json.JsonSlurper
import io.github.lambdalayer.testing.aws.ProjectServers

ProjectServers.aws(context).function('eu-west-1', 'article').runtime('python3.8')

// The wheel that the article took.
def wrong = 'pandas-1.2.4-cp38-cp38-manylinux1_i686.whl'
def wheels = new File(basedir, 'wheels')
wheels.mkdirs()
def page = new URL('https://pypi.org/simple/pandas/').openConnection()
page.setRequestProperty('Accept', 'application/vnd.pypi.simple.v1+json')
def file = new JsonSlurper().parse(page.inputStream).files.find { it.filename == wrong }
new File(wheels, wrong).withOutputStream { out -> new URL(page.URL, file.url).withInputStream { out << it } }
return true
