import static io.github.lambdalayer.testing.WheelBuilder.wheel

def wheels = new File(basedir, 'wheels').toPath()
wheel('demo', '2.0').in(wheels)
wheel('six', '1.16.0').in(wheels)

def properties = context.get('userProperties')
properties.put('lambda-layer.runtimes', 'python3.12,python3.13')
properties.put('lambda-layer.requirements', 'demo>=1,<3|six')
properties.put('lambda-layer.layerName', 'demo')
properties.put('lambda-layer.indexUrl', '')
properties.put('lambda-layer.findLinks', 'wheels')

return true
