package io.github.lambdalayer.benchmark;

import io.github.lambdalayer.benchmark.Results.Bar;
import io.github.lambdalayer.benchmark.Results.Comparison;
import java.util.List;
import java.util.Locale;

/** Bars as an SVG that is readable on light and on dark ground; the first bar of each group is ours. */
final class Chart {

    private static final int WIDTH = 720;
    private static final int LABELS = 220;
    private static final int LONGEST = WIDTH - LABELS - 70;
    private static final int LINE = 22;

    private final StringBuilder out = new StringBuilder();
    private int y = 4;

    private Chart() {}

    static String of(List<Comparison> comparisons) {
        Chart chart = new Chart();
        comparisons.forEach(chart::group);
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                                + " font-size=\"13\" fill=\"#777\" role=\"img\">%n",
                        WIDTH,
                        chart.y)
                + "<title>Seconds, shorter is better</title>\n" + chart.out + "</svg>\n";
    }

    private void group(Comparison comparison) {
        y += LINE;
        line("<text x=\"0\" y=\"%d\" font-weight=\"bold\">%s</text>", y - 6, comparison.title());
        double longest =
                comparison.bars().stream().mapToDouble(Bar::seconds).max().orElse(1);
        for (int i = 0; i < comparison.bars().size(); i++) {
            bar(comparison.bars().get(i), longest, i == 0 ? "#2a8f5b" : "#9aa5b1");
        }
        y += LINE / 2;
    }

    private void bar(Bar bar, double longest, String color) {
        double width = Math.max(1, LONGEST * bar.seconds() / longest);
        line("<text x=\"0\" y=\"%d\">%s</text>", y + 14, bar.who());
        line(
                "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"16\" rx=\"2\" fill=\"%s\"/>",
                LABELS, y + 2, width, color);
        line("<text x=\"%.0f\" y=\"%d\">%.2f s</text>", LABELS + width + 6, y + 14, bar.seconds());
        y += LINE;
    }

    private void line(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
