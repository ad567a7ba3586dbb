import static io.github.lambdalayer.testing.WheelBuilder.wheel

def wheels = new File(basedir, 'wheels').toPath()
wheel('demo', '1.0').requires('six').in(wheels)
wheel('six', '1.16.0').in(wheels)
wheel('pytz', '2024.2').in(wheels)

return true
