import static io.github.lambdalayer.testing.WheelBuilder.wheel

import io.github.lambdalayer.testing.PrivateIndex
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

def folder = new File(basedir, 'devpi').path
PrivateIndex.run(basedir, 'devpi-init', '--serverdir', folder, '--no-root-pypi', '--root-passwd', 'root-password')
def port = PrivateIndex.freePort()
def url = "http://127.0.0.1:$port" as String
context.put('server', PrivateIndex.start(basedir, url + "/+api", 'devpi-server', '--serverdir', folder, '--host', '127.0.0.1',
        '--port', port as String))

def client = HttpClient.newHttpClient()
def send = { String method, String path, String user, String type, byte[] body ->
    def request = HttpRequest.newBuilder(URI.create("$url$path")).header('Content-Type', type)
            .header('Authorization', "Basic ${user.bytes.encodeBase64()}")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build()
    def response = client.send(request, HttpResponse.BodyHandlers.ofString())
    assert response.statusCode() in [200, 201] : response.body()
}
def owner = 'canary-user:canary-password'
send('PUT', '/canary-user', 'root:root-password', 'application/json', '{"password": "canary-password"}'.bytes)
send('PUT', '/canary-user/dev', owner, 'application/json', '{"type": "stage", "bases": []}'.bytes)
[wheel('demo', '1.0').requires('some-base>=1'), wheel('some_base', '1.1')].each { built ->
    def (name, version) = built.filename().split('-')
    def body = new ByteArrayOutputStream()
    [':action': 'file_upload', name: name, version: version, filetype: 'bdist_wheel'].each { key, value ->
        body << "--border\r\nContent-Disposition: form-data; name=\"$key\"\r\n\r\n$value\r\n".bytes
    }
    body << ("--border\r\nContent-Disposition: form-data; name=\"content\"; filename=\"${built.filename()}\"\r\n"
            + 'Content-Type: application/octet-stream\r\n\r\n').bytes
    body << built.bytes()
    body << '\r\n--border--\r\n'.bytes
    send('POST', '/canary-user/dev/', owner, 'multipart/form-data; boundary=border', body.toByteArray())
}

def properties = context.get('userProperties')
properties.put('lambda-layer.indexUrl', "$url/canary-user/dev/+simple/" as String)
properties.put('lambda-layer.cacheDirectory', new File(basedir, 'cache').path)
return true
