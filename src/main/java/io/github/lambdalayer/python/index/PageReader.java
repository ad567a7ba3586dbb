package io.github.lambdalayer.python.index;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the names and versions on a page. A file whose name is no wheel's is as if it were not there. */
final class PageReader {

    private final String index;
    private final PackageName project;
    private final String shownUrl;
    private final WheelNames names = new WheelNames();
    private final Map<String, Specifiers> pythons = new HashMap<>();
    private final List<IndexFile> wheels = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    private PageReader(String index, PackageName project, String shownUrl) {
        this.index = index;
        this.project = project;
        this.shownUrl = shownUrl;
    }

    static ProjectPage read(String index, PackageName project, URI url, RawPage raw) {
        PageReader reader = new PageReader(index, project, Shown.url(url));
        raw.wheels().forEach(reader::add);
        return new ProjectPage(
                project,
                index,
                reader.shownUrl,
                reader.wheels,
                raw.otherFiles(),
                ProjectStatus.of(raw.status(), raw.statusReason()),
                0,
                reader.warnings(raw),
                List.of());
    }

    private void add(RawFile raw) {
        Optional<WheelFilename> filename = names.parse(raw.filename());
        if (filename.isEmpty()) {
            return;
        }
        if (!filename.get().name().equals(project)) {
            strangers.add(raw.filename());
            return;
        }
        Specifiers requires = pythons.computeIfAbsent(raw.requiresPython(), PageReader::specifiers);
        wheels.add(new IndexFile(filename.get(), raw, requires, index));
    }

    /** What cannot be read excludes nothing: the wheel's own metadata has the last word. */
    private static Specifiers specifiers(String text) {
        try {
            return Specifiers.parse(text);
        } catch (LayerException e) {
            return Specifiers.ANY;
        }
    }

    private List<String> warnings(RawPage raw) {
        List<String> warnings = new ArrayList<>();
        if (ApiVersion.isNewer(raw.apiVersion())) {
            warnings.add(shownUrl + " speaks version " + Printable.name(raw.apiVersion())
                    + " of the index interface, which is newer than this plugin.");
        }
        if (!strangers.isEmpty()) {
            warnings.add(shownUrl + " lists " + strangers.size() + " wheels of other projects, such as "
                    + Printable.name(strangers.get(0)) + "; they are ignored.");
        }
        statusWarning(raw).ifPresent(warnings::add);
        return warnings;
    }

    private Optional<String> statusWarning(RawPage raw) {
        ProjectStatus status = ProjectStatus.of(raw.status(), raw.statusReason());
        if (status.marker() == ProjectStatus.Marker.ACTIVE || status.isQuarantined()) {
            return Optional.empty();
        }
        String reason = status.reason().isEmpty() ? "." : ": " + Printable.name(status.reason());
        return Optional.of(project + " is " + raw.status() + ", says " + shownUrl + reason);
    }
}
