package io.github.lambdalayer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.report.ReportedLayer.ReportedFinding;
import io.github.lambdalayer.report.ReportedLayer.ReportedPackage;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LayerPageTest {

    private static final ReportedLayer DATA = new ReportedLayer(
            "data",
            "python3.13 on x86_64",
            "ab".repeat(32),
            29_900_000,
            131_072_000,
            List.of(
                    new ReportedPackage("six", "1.16.0", "MIT", List.of("python-dateutil"), Map.of("six.py", 34_000L)),
                    new ReportedPackage(
                            "pandas",
                            "2.2.3",
                            "BSD <3>",
                            List.of(),
                            Map.of("pandas/_libs", 9_000_000L, "pandas/core", 4_000_000L))),
            List.of(new ReportedFinding(
                    "glibc", "warn", "python/x.so needs glibc 2.38 & more.", List.of("choose <another>", "or wait"))),
            List.of("six 1.15.0 is 1.16.0 now"));

    private final Document page = Jsoup.parse(LayerPage.of(List.of(DATA)));

    @Test
    void pageNeedsNothingElse() {
        assertThat(page.select("script, link, img, iframe, [src]")).isEmpty();
        assertThat(page.select("style").html()).contains("prefers-color-scheme: dark");
        assertThat(page.select("meta[name=viewport]").attr("content")).contains("width=device-width");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void sizesPackagesFindingsAndDifferencesAreThere() {
        assertThat(page.title()).isEqualTo("Layer data");
        assertThat(page.select("dd").eachText()).containsExactly("29.9 MB", "131.1 MB", "50 %", "2");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly("pandas 2.2.3 13.0 MB BSD <3>", "six 1.16.0 34.0 kB MIT python-dateutil");
        assertThat(page.select("li").eachText())
                .containsExactly(
                        "six 1.15.0 is 1.16.0 now",
                        "glibc (warn) python/x.so needs glibc 2.38 & more. choose <another> or wait");
        assertThat(page.select("li .hint").eachText()).containsExactly("choose <another>", "or wait");
    }

    @Test
    void eachPackageIsAnAreaThatLeadsToItsRow() {
        assertThat(page.select(".map > a").eachAttr("title")).containsExactly("pandas, 13.0 MB", "six, 34.0 kB");
        assertThat(page.select(".map > a").eachAttr("href"))
                .allSatisfy(href ->
                        assertThat(page.getElementById(href.substring(1))).isNotNull());
        assertThat(page.select(".map i").eachAttr("title")).contains("pandas/_libs, 9.0 MB", "pandas/core, 4.0 MB");
    }

    @Test
    void severalLayersHaveATableOfContents() {
        Document both = Jsoup.parse(LayerPage.of(List.of(
                DATA, new ReportedLayer("web", "python3.13 on arm64", "", 1, 1, List.of(), List.of(), List.of()))));
        assertThat(both.select("nav a").eachAttr("href")).containsExactly("#layer-data", "#layer-web");
        assertThat(both.select("h1").eachText()).containsExactly("Layer data", "Layer web");
        assertThat(both.text()).contains("Findings None.");
    }
}
