import static io.github.lambdalayer.testing.WheelBuilder.wheel

wheel('demo', '1.0').in(new File(basedir, 'wheels').toPath())

return true
