package io.github.lambdalayer.live;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.python.name.PackageName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * pip's answer, which can be told every platform one by one, but judges markers by its own interpreter: it is asked with
 * a Python of the target's minor version. For arm64 it takes {@code platform_machine} from this machine, which few
 * requirements mention.
 */
final class Pip {

    private static final int OLDEST_GLIBC = 5;
    private static final String RESULT = "Would install ";

    private Pip() {}

    /** Empty where no such Python is at hand. */
    static Optional<Answer> resolve(RequirementSet set, LambdaTarget target) throws IOException {
        int minor = target.runtime().pythonMinor();
        Optional<String> python = Program.find("LIVE_PYTHON_3_" + minor, "python3." + minor);
        if (python.isEmpty()) {
            return Optional.empty();
        }
        String machine = "_" + target.architecture().machine();
        String options = "-m pip install --isolated --dry-run --ignore-installed --only-binary :all: --target nowhere"
                + " --implementation cp --python-version 3." + minor + " --abi cp3" + minor + " --abi abi3 --abi none";
        List<String> command = new ArrayList<>(List.of(python.get()));
        command.addAll(List.of(options.split(" ", -1)));
        for (int glibc = target.glibcMinor(); glibc >= OLDEST_GLIBC; glibc--) {
            command.addAll(List.of("--platform", "manylinux_2_" + glibc + machine));
        }
        for (String older : List.of("manylinux2014", "manylinux2010", "manylinux1", "linux")) {
            command.addAll(List.of("--platform", older + machine));
        }
        command.addAll(set.requirements());
        Program.Result result = Program.run(command);
        return Optional.of(
                result.status() == 0
                        ? answer(result.out())
                        : Answer.none(result.err().strip()));
    }

    /** {@code Would install numpy-2.1.3 python_dateutil-2.9.0.post0} */
    private static Answer answer(String out) {
        return Answer.of(out.lines()
                .filter(line -> line.startsWith(RESULT))
                .flatMap(line -> Stream.of(line.substring(RESULT.length()).split(" ", -1)))
                .map(Pip::pinned)
                .toList());
    }

    private static String pinned(String nameAndVersion) {
        int hyphen = nameAndVersion.lastIndexOf('-');
        return PackageName.of(nameAndVersion.substring(0, hyphen)) + "==" + nameAndVersion.substring(hyphen + 1);
    }
}
