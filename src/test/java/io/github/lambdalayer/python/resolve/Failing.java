package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.target.PythonTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An index to fill, requests to it for CPython 3.13, and the failures that come of them. */
abstract class Failing {

    static final PythonTarget PYTHON_313 = PythonTarget.linux("3.13.0", "x86_64", 34);
    static final String LINUX = "manylinux_2_17_x86_64.manylinux2014_x86_64";

    final MemoryIndex index = new MemoryIndex();
    final List<OtherRuntime> others = new ArrayList<>();

    static ResolveRequest asking(String... requirements) {
        return ResolveRequest.of(
                Stream.of(requirements).map(RootRequirement::ofPom).toList(), PYTHON_313);
    }

    LayerException failure(ResolveRequest request) {
        return catchThrowableOfType(LayerException.class, () -> new Resolver(index, others).resolve(request));
    }

    String block(String... requirements) {
        return block(asking(requirements));
    }

    String block(ResolveRequest request) {
        return failure(request).block();
    }
}
