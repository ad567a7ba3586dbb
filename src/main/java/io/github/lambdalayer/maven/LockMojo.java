package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.build.Upgrade;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.resolve.NearName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Resolves and writes the lock. Versions that are locked are kept where they still fit; {@code upgrade} gives them up.
 *
 * @since 0.1.0
 */
@Mojo(name = "lock", threadSafe = true)
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
public final class LockMojo extends AbstractResolvingMojo {

    /**
     * {@code all}, or the packages whose versions are chosen anew: {@code -Dlambda-layer.upgrade=numpy,pandas}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.upgrade")
    private List<String> upgrade;

    @Inject
    LockMojo(MavenServices services) {
        super(services);
    }

    @Override
    void require(Parameters layer, Problems problems) {
        problems.collect(() -> upgrade(layer.list("upgrade", Separator.COMMA)));
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        Upgrade wanted = upgrade(parameters.list("upgrade", Separator.COMMA));
        LayerBuild build = build();
        Map<Path, List<DeclaredLayer>> sharing = new LinkedHashMap<>();
        for (DeclaredLayer layer : layers) {
            sharing.computeIfAbsent(layer.spec().lock().file(), file -> new ArrayList<>())
                    .add(layer);
        }
        Set<PackageName> known = new HashSet<>();
        sharing.values().forEach(group -> {
            List<LayerSpec> specs = group.stream().map(DeclaredLayer::spec).toList();
            known.addAll(group.get(0).ask(first -> build.lock(specs, wanted)));
        });
        wanted.unknown(known).forEach(name -> getLog().warn(unknown(name, known)));
    }

    private static String unknown(PackageName name, Set<PackageName> known) {
        return "<upgrade> names " + name + ", but no package of that name is locked or required: it changes nothing."
                + NearName.of(name, known)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse("");
    }

    private static Upgrade upgrade(List<Given> given) {
        if (given.stream().anyMatch(each -> each.text().equals("all"))) {
            return Upgrade.ALL;
        }
        return Upgrade.of(given.stream().map(each -> each.as(PackageName::of)).collect(Collectors.toSet()));
    }
}
