package io.github.lambdalayer.benchmark;

import io.github.lambdalayer.benchmark.Results.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Maven from its start to its end, against the tools of others that make a zip of the same packages. */
final class WholeBuild {

    /** What a set of packages is to reach: seconds of our own, and how many times faster than others. */
    record Aims(double own, double uv, double pip, double emptyCaches) {}

    private static final double UNCHANGED = 0.3;
    private static final int ROUNDS = 3;

    private final Builds builds;
    private final Path work;
    private final Results results;

    WholeBuild(Builds builds, Path work, Results results) {
        this.builds = builds;
        this.work = work;
        this.results = results;
    }

    /** Measures with the requirements of a file, which are locked. */
    void run(String set, String title, Aims aims) throws IOException, InterruptedException {
        Path classes = work.resolve("classes-" + set + ".jsa");
        builds.anew(ShortBuild.STARTING.writing(classes), set);
        double unchanged = ownTime(Map.of(), set, title, aims);
        ownTime(ShortBuild.STARTING.reading(classes), set, title + ", with an archive of classes", aims);

        Peers peers = new Peers(builds.folder().resolve(set + ".txt"), work);
        peers.uv().run(); // fills its cache
        peers.pip().run();
        double[] warm = Timing.medians(
                ROUNDS,
                () -> builds.anew(Map.of(), set),
                () -> builds.anew(ShortBuild.STARTING.plain(), set),
                () -> builds.anew(ShortBuild.STARTING.reading(classes), set),
                peers.uv(),
                peers.pip());
        Bar ours = new Bar("mvn lambda-layer:build", warm[0]);
        Bar brief = new Bar("… with options for short builds", warm[1]);
        Bar tuned = new Bar("… and an archive of classes", warm[2]);
        Bar uv = new Bar("uv + zip", warm[3]);
        Bar pip = new Bar("pip + zip", warm[4]);
        results.faster(title + ", warm build with Maven's start", aims.uv(), ours, uv);
        results.faster(title + ", the same with options for short builds", aims.uv(), brief, uv);
        results.faster(title + ", the same with an archive of classes too", aims.uv(), tuned, uv);
        results.faster(title + ", warm build with Maven's start", aims.pip(), ours, pip);
        results.faster(title + ", the same with an archive of classes too", aims.pip(), tuned, pip);
        results.compare(
                title + ": whole build, with warm caches",
                ours,
                brief,
                tuned,
                new Bar("… nothing changed", unchanged),
                uv,
                pip);
        emptyCaches(set, title, aims.emptyCaches(), peers);
    }

    /** What a build takes above Maven's own start; returns the seconds of a whole one in which nothing has changed. */
    private double ownTime(Map<String, String> environment, String set, String title, Aims aims)
            throws IOException, InterruptedException {
        Timing.Task again = () -> builds.again(environment, set);
        double[] seconds = Timing.medians(
                ROUNDS,
                () -> builds.anew(environment, set),
                again,
                again,
                () -> builds.run(environment, "-q", "validate"));
        results.seconds(title + ", the plugin's own time in a warm build", aims.own(), seconds[0] - seconds[3]);
        results.seconds(title + ", … the second, when nothing has changed", UNCHANGED, seconds[1] - seconds[3]);
        results.seconds(title + ", … each further one", UNCHANGED, seconds[2] - seconds[3]);
        return seconds[2];
    }

    private void emptyCaches(String set, String title, double aim, Peers peers)
            throws IOException, InterruptedException {
        Path classes = work.resolve("classes-from-nothing.jsa");
        Files.deleteIfExists(classes);
        builds.fromNothing(ShortBuild.FETCHING.writing(classes), set, work);
        double[] cold = Timing.medians(
                ROUNDS,
                () -> builds.fromNothing(Map.of(), set, work),
                () -> builds.fromNothing(ShortBuild.FETCHING.reading(classes), set, work),
                peers.uv("--no-cache"));
        Bar ours = new Bar("mvn lambda-layer:build", cold[0]);
        Bar tuned = new Bar("… with options for downloads and an archive of classes", cold[1]);
        Bar uv = new Bar("uv + zip", cold[2]);
        results.faster(title + ", from the index to the zip, empty caches", aim, ours, uv);
        results.faster(title + ", the same with options for downloads and an archive of classes", aim, tuned, uv);
        results.compare(title + ": from the index to the zip, empty caches", ours, tuned, uv);
    }
}
