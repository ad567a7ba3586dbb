package io.github.lambdalayer.build;

import io.github.lambdalayer.python.index.ForwardingIndex;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.name.PackageName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An index of which only the files are seen whose digests the requirements name, as pip does it: what was uploaded
 * since is not chosen in their place. Where none of a project's files is named all are seen, and the choice is refused.
 */
final class NamedFiles extends ForwardingIndex {

    private final Map<PackageName, Set<String>> sha256;

    NamedFiles(PackageIndex index, Map<PackageName, Set<String>> sha256) {
        super(index);
        this.sha256 = sha256;
    }

    @Override
    public Optional<ProjectPage> page(PackageName name) {
        return super.page(name).map(page -> narrowed(page, sha256.getOrDefault(name, Set.of())));
    }

    private static ProjectPage narrowed(ProjectPage page, Set<String> digests) {
        List<IndexFile> named = page.wheels().stream()
                .filter(wheel -> digests.contains(wheel.sha256()))
                .toList();
        return named.isEmpty()
                ? page
                : new ProjectPage(
                        page.name(),
                        page.index(),
                        page.shownUrl(),
                        named,
                        page.otherFiles(),
                        page.status(),
                        page.tooNew(),
                        page.warnings(),
                        page.notAsked());
    }
}
