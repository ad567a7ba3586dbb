import static io.github.lambdalayer.testing.WheelBuilder.wheel

wheel('six', '1.16.0').tag('py2.py3-none-any').in(new File(basedir, 'wheels').toPath())

return true
