import io.github.lambdalayer.testing.RealIndex

return RealIndex.isReachable()
