package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.ProjectStatus;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.wheel.FilenameParser;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the names and versions on a page. A file whose name is no wheel's is as if it were not there. */
final class PageReader {

    private final String index;
    private final PackageName project;
    private final String shownUrl;
    private final RawPage raw;
    private final WheelNames names;
    private final @Nullable Specifiers[] pythons;
    private final List<IndexFile> wheels;
    private final List<String> strangers = new ArrayList<>();

    private PageReader(String index, PackageName project, String shownUrl, RawPage raw, FilenameParser parser) {
        this.index = index;
        this.project = project;
        this.shownUrl = shownUrl;
        this.raw = raw;
        this.names = new WheelNames(raw, parser);
        this.pythons = new @Nullable Specifiers[raw.countTexts()];
        this.wheels = new ArrayList<>(raw.count());
    }

    /** @param parser knows the tags that were on other pages already */
    static ProjectPage read(String index, PackageName project, URI url, RawPage raw, FilenameParser parser) {
        return new PageReader(index, project, Shown.url(url), raw, parser).page();
    }

    private ProjectPage page() {
        for (int row = 0; row < raw.count(); row++) {
            add(row);
        }
        return new ProjectPage(
                project,
                index,
                shownUrl,
                wheels,
                raw.otherFiles(),
                ProjectStatus.of(raw.status(), raw.statusReason()),
                0,
                warnings(),
                List.of());
    }

    private void add(int row) {
        WheelFilename filename = names.of(row);
        if (filename == null) {
            return;
        }
        if (!filename.name().equals(project)) {
            strangers.add(filename.text());
            return;
        }
        wheels.add(new IndexFile(filename, new StoredFile(raw, row), requiresPython(row), index));
    }

    private Specifiers requiresPython(int row) {
        int place = raw.number(row, PageRow.REQUIRES_PYTHON);
        Specifiers known = pythons[place];
        if (known == null) {
            known = specifiers(raw.text(place));
            pythons[place] = known;
        }
        return known;
    }

    /** What cannot be read excludes nothing: the wheel's own metadata has the last word. */
    private static Specifiers specifiers(String text) {
        try {
            return Specifiers.parse(text);
        } catch (LayerException e) {
            return Specifiers.ANY;
        }
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (ApiVersion.isNewer(raw.apiVersion())) {
            warnings.add(shownUrl + " speaks version " + Printable.name(raw.apiVersion())
                    + " of the index interface, which is newer than this plugin.");
        }
        if (!strangers.isEmpty()) {
            warnings.add(shownUrl + " lists " + strangers.size() + " wheels of other projects, such as "
                    + Printable.name(strangers.get(0)) + "; they are ignored.");
        }
        statusWarning().ifPresent(warnings::add);
        return warnings;
    }

    private Optional<String> statusWarning() {
        ProjectStatus status = ProjectStatus.of(raw.status(), raw.statusReason());
        if (status.marker() == ProjectStatus.Marker.ACTIVE || status.isQuarantined()) {
            return Optional.empty();
        }
        String reason = status.reason().isEmpty() ? "." : ": " + Printable.name(status.reason());
        return Optional.of(project + " is " + raw.status() + ", says " + shownUrl + reason);
    }
}
