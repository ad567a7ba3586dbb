package io.github.lambdalayer.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.problem.Bytes;
import io.github.lambdalayer.report.ReportedLayer.ReportedFinding;
import io.github.lambdalayer.report.ReportedLayer.ReportedPackage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The page about layers: what takes the room, which packages there are and why, what the audit found, what is new. One file,
 * without scripts, that is readable on a phone, in the dark and by keyboard.
 */
public final class LayerPage {

    private static final Comparator<ReportedPackage> LARGEST_FIRST =
            Comparator.comparingLong(ReportedPackage::bytes).reversed().thenComparing(ReportedPackage::name);

    private final Html html = new Html();

    private LayerPage() {}

    /** The page as HTML. */
    public static String of(List<ReportedLayer> layers) {
        LayerPage page = new LayerPage();
        page.begin(layers);
        layers.forEach(page::layer);
        page.html.raw("</main></body></html>\n");
        return page.html.toString();
    }

    private void begin(List<ReportedLayer> layers) {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", layers.size() == 1 ? "Layer " + layers.get(0).name() : "Layers")
                .raw("\n<style>\n" + style() + "</style></head>\n<body><main>\n");
        if (layers.size() > 1) {
            html.raw("<nav aria-label=\"Layers\"><ul>");
            layers.forEach(layer -> html.raw("<li><a href=\"#layer-" + layer.name() + "\">")
                    .text(layer.name())
                    .raw("</a></li>"));
            html.raw("</ul></nav>\n");
        }
    }

    private void layer(ReportedLayer layer) {
        long percent = Math.round(100.0 * layer.unzippedBytes() / LambdaLimits.UNZIPPED_BYTES);
        html.raw("<section id=\"layer-" + layer.name() + "\">\n")
                .element("h1", "Layer " + layer.name())
                .element("p", layer.target())
                .raw("<dl>")
                .raw("<div><dt>zipped</dt><dd>" + Bytes.shown(layer.zippedBytes()) + "</dd></div>")
                .raw("<div><dt>unzipped</dt><dd>" + Bytes.shown(layer.unzippedBytes()) + "</dd></div>")
                .raw("<div><dt>of the limit</dt><dd>" + percent + " %</dd></div>")
                .raw("<div><dt>packages</dt><dd>" + layer.packages().size() + "</dd></div></dl>\n")
                .raw("<p class=\"digest\">sha256 ")
                .text(layer.sha256())
                .raw("</p>\n");
        differences(layer.differences());
        findings(layer.findings());
        map(layer);
        packages(layer);
        html.raw("</section>\n");
    }

    private void differences(List<String> differences) {
        if (!differences.isEmpty()) {
            html.raw("<h2>Since the page before</h2><ul>")
                    .elements("li", differences)
                    .raw("</ul>\n");
        }
    }

    private void findings(List<ReportedFinding> findings) {
        html.element("h2", "Findings");
        if (findings.isEmpty()) {
            html.raw("<p>None.</p>\n");
            return;
        }
        html.raw("<ul>");
        findings.forEach(each -> html.raw("<li><strong>")
                .text(each.check())
                .raw("</strong> (")
                .text(each.level())
                .raw(") ")
                .text(each.message())
                .elements("p class=\"hint\"", each.hints())
                .raw("</li>"));
        html.raw("</ul>\n");
    }

    /** A square for each package, which leads to its row, and in it one for each of its folders. */
    private void map(ReportedLayer layer) {
        html.raw("<h2>What takes the room</h2>\n<div class=\"map\" role=\"group\" aria-label=\"Packages by size\">\n");
        List<Treemap.Item> items = layer.packages().stream()
                .map(each -> new Treemap.Item(each.name(), each.bytes()))
                .toList();
        int color = 0;
        for (Treemap.Cell cell : Treemap.of(items, new Treemap.Area(0, 0, 100, 100))) {
            String name = cell.item().label();
            html.raw("<a class=\"c" + color++ % 6 + "\" href=\"#" + anchor(layer, name) + "\" style=\""
                            + place(cell.area()) + "\" title=\"")
                    .text(name + ", " + Bytes.shown(cell.item().weight()))
                    .raw("\"><span>")
                    .text(name)
                    .raw("</span>");
            layer.packages().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .ifPresent(this::folders);
            html.raw("</a>\n");
        }
        html.raw("</div>\n");
    }

    private void folders(ReportedPackage each) {
        List<Treemap.Item> items = each.folders().entrySet().stream()
                .map(folder -> new Treemap.Item(folder.getKey(), folder.getValue()))
                .toList();
        for (Treemap.Cell cell : Treemap.of(items, new Treemap.Area(0, 0, 100, 100))) {
            html.raw("<i style=\"" + place(cell.area()) + "\" title=\"")
                    .text(cell.item().label() + ", " + Bytes.shown(cell.item().weight()))
                    .raw("\"></i>");
        }
    }

    private static String place(Treemap.Area area) {
        return String.format(
                Locale.ROOT,
                "left:%.3f%%;top:%.3f%%;width:%.3f%%;height:%.3f%%",
                area.x(),
                area.y(),
                area.width(),
                area.height());
    }

    private void packages(ReportedLayer layer) {
        html.raw(
                        "<h2>Packages</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Packages\"><table>\n")
                .head(List.of("package", "version", "unzipped", "licence", "required by"))
                .raw("<tbody>\n");
        layer.packages().stream()
                .sorted(LARGEST_FIRST)
                .forEach(each -> html.raw("<tr id=\"" + anchor(layer, each.name()) + "\">")
                        .element("th scope=\"row\"", each.name())
                        .element("td", each.version())
                        .element("td class=\"number\"", Bytes.shown(each.bytes()))
                        .element("td", each.licence())
                        .element("td", String.join(", ", each.requiredBy()))
                        .raw("</tr>\n"));
        html.raw("</tbody></table></div>\n");
    }

    /** Names of layers and packages have no character that an attribute could not have, but the project's own files may. */
    private static String anchor(ReportedLayer layer, String name) {
        StringBuilder anchor = new StringBuilder("layer-" + layer.name() + "-");
        name.codePoints().forEach(c -> anchor.appendCodePoint(Character.isLetterOrDigit(c) ? c : '-'));
        return anchor.toString();
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(LayerPage.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("page.css", e);
        }
    }
}
