import static io.github.lambdalayer.testing.WheelBuilder.wheel

def wheels = new File(basedir, 'wheels').toPath()
wheel('demo', '2.0').requires('six>=1.16', "pytz; extra == 'extra'").extras('extra').in(wheels)
wheel('demo', '3.0').in(wheels)
wheel('six', '1.16.0').tag('py2.py3-none-any').header('License', 'MIT').in(wheels)
wheel('pytz', '2024.2').tag('py2.py3-none-any').in(wheels)

def sources = new File(basedir, 'src/main/python/acme')
sources.mkdirs()
new File(sources, '__init__.py').text = 'ANSWER = 42\n'

return true
