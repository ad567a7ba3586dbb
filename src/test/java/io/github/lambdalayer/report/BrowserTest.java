package io.github.lambdalayer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.report.ReportedLayer.ReportedFinding;
import io.github.lambdalayer.report.ReportedLayer.ReportedPackage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser, Chromium, where there is one: wide, as narrow as a phone, in the dark, by keyboard. The
 * pictures stay in {@code target/live/report}.
 */
@Tag("live")
class BrowserTest {

    private static final Path PICTURES = Path.of("target", "live", "report");
    private static final int PHONE = 390;
    private static final String DARK = "--blink-settings=preferredColorScheme=0";
    private static final String LIGHT = "--blink-settings=preferredColorScheme=1";

    /** What a layer of data scientists has, a path without blanks that is wider than a phone, and a licence as a text. */
    private static final List<ReportedLayer> LAYERS = List.of(
            new ReportedLayer(
                    "data",
                    "python3.13 on x86_64",
                    "ab".repeat(32),
                    45_100_000,
                    170_400_000,
                    packages(),
                    List.of(
                            new ReportedFinding(
                                    "needed-library",
                                    "warn",
                                    "python/lib/" + "rasterio_".repeat(12)
                                            + ".so needs libexpat.so.1, which neither the layer nor python3.13 has.",
                                    List.of("put it into lib/ of the layer, or choose a package that brings it")),
                            new ReportedFinding(
                                    "pth", "warn", "python/demo.pth is not executed from a layer.", List.of())),
                    List.of("pandas 2.2.2 is 2.2.3 now", "six 1.17.0 is new")),
            new ReportedLayer(
                    "web", "python3.13 on arm64", "cd".repeat(32), 1_000, 2_000, List.of(), List.of(), List.of()));

    /** The measures of a page, as attributes of its body. */
    private static final String MEASURE = """
            <script>
            const root = document.documentElement;
            const told = document.body.dataset;
            told.width = root.scrollWidth + ' of ' + root.clientWidth;
            told.scrolled = [...document.querySelectorAll('.wide')].some(each => each.scrollWidth > each.clientWidth);
            told.dark = matchMedia('(prefers-color-scheme: dark)').matches;
            told.paper = getComputedStyle(document.body).backgroundColor;
            told.ink = getComputedStyle(document.body).color;
            const reached = [...document.querySelectorAll('a[href], [tabindex="0"]')].map(each => {
              each.focus();
              const outline = getComputedStyle(document.activeElement).outlineWidth;
              return (each.getAttribute('href') || each.getAttribute('aria-label')) + ' ' + outline;
            });
            told.reached = reached.join('|');
            told.ordered = document.querySelectorAll('[tabindex]:not([tabindex="0"])').length === 0;
            document.activeElement.blur();
            scrollTo(0, 0);
            </script>
            """;

    private static String browser = "";

    @TempDir
    private Path folder;

    private static List<ReportedPackage> packages() {
        List<ReportedPackage> packages = new ArrayList<>(List.of(
                new ReportedPackage(
                        "pandas",
                        "2.2.3",
                        "BSD-3-Clause",
                        List.of(),
                        Map.of("pandas/_libs", 30_000_000L, "pandas/core", 9_000_000L, "pandas/io", 4_000_000L)),
                new ReportedPackage(
                        "numpy",
                        "2.1.3",
                        "BSD License, " + "and a text that somebody put where its name should be, ".repeat(4),
                        List.of("pandas", "scikit-learn", "scipy"),
                        Map.of("numpy/_core", 20_000_000L, "numpy.libs", 27_000_000L)),
                new ReportedPackage("own files", "", "", List.of(), Map.of("python", 20_000L))));
        IntStream.rangeClosed(1, 25)
                .mapToObj(i -> new ReportedPackage(
                        "package-" + i, "1." + i, "MIT", List.of("pandas"), Map.of("p" + i, 9_000_000L / i)))
                .forEach(packages::add);
        return packages;
    }

    @BeforeAll
    static void needsABrowser() {
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
        browser = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(path -> names.stream().map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
        assumeTrue(!browser.isEmpty(), "there is no Chromium on the PATH");
    }

    @Test
    void everythingIsThereOnAWideScreen() throws Exception {
        Document page = dom(LIGHT, "wide.html", measured());
        assertThat(page.select("tbody tr")).hasSize(28);
        assertThat(page.body().attr("data-dark")).isEqualTo("false");
        assertThat(page.body().attr("data-paper")).isEqualTo("rgb(255, 255, 255)");
        assertThat(page.body().attr("data-width")).isEqualTo("1280 of 1280");
        assertThat(colors(picture(LIGHT, "wide", 1280, 1600, measured()))).isGreaterThan(20);
    }

    @Test
    void nothingIsWiderThanAPhone() throws Exception {
        Document page = dom(LIGHT, "phone.html", inAPhone());
        String width = page.body().attr("data-width");
        assertThat(width).isEqualTo(PHONE + " of " + PHONE);
        assertThat(page.body().attr("data-scrolled")).isEqualTo("false");
        assertThat(colors(picture(LIGHT, "phone", PHONE + 110, 2400, inAPhone())))
                .isGreaterThan(20);
    }

    @Test
    void thePageIsDarkInTheDark() throws Exception {
        Document page = dom(DARK, "dark.html", measured());
        assertThat(page.body().attr("data-dark")).isEqualTo("true");
        assertThat(page.body().attr("data-paper")).isEqualTo("rgb(13, 17, 23)");
        assertThat(page.body().attr("data-ink")).isEqualTo("rgb(230, 237, 243)");
        BufferedImage picture = picture(DARK, "dark", 1280, 1600, measured());
        assertThat(picture.getRGB(2, 2) & 0xFFFFFF).isEqualTo(0x0D1117);
        assertThat(colors(picture)).isGreaterThan(20);
    }

    @Test
    void theKeyboardReachesAllInTheOrderOfThePageAndShowsWhere() throws Exception {
        Document page = dom(LIGHT, "keyboard.html", measured());
        List<String> reached = List.of(page.body().attr("data-reached").split("\\|"));
        assertThat(reached)
                .startsWith("#layer-data 3px", "#layer-web 3px", "#layer-data-numpy 3px", "#layer-data-pandas 3px")
                .contains("Packages 3px", "#layer-data-own-files 3px")
                .hasSize(2 + 28 + 2)
                .allMatch(each -> each.endsWith(" 3px"));
        assertThat(page.body().attr("data-ordered")).isEqualTo("true");
    }

    private static String measured() {
        return LayerPage.of(LAYERS).replace("</body>", MEASURE + "</body>");
    }

    /** No window of the browser is that narrow, so a frame stands for one; what it measures is taken over. */
    private static String inAPhone() {
        return "<!DOCTYPE html><body style=\"margin:0\"><iframe style=\"width:" + PHONE
                + "px;height:2400px;border:0\" srcdoc=\"" + new Html().text(measured())
                + "\" onload=\"Object.assign(document.body.dataset, this.contentDocument.body.dataset)\"></iframe></body>";
    }

    private Document dom(String scheme, String name, String html) throws IOException, InterruptedException {
        Path out = folder.resolve(name + ".dom");
        run(out, scheme, "--window-size=1280,1600", "--dump-dom", page(name, html));
        return Jsoup.parse(Files.readString(out));
    }

    private BufferedImage picture(String scheme, String name, int width, int height, String html)
            throws IOException, InterruptedException {
        Path file = Files.createDirectories(PICTURES).resolve(name + ".png").toAbsolutePath();
        Files.deleteIfExists(file);
        run(
                folder.resolve(name + ".log"),
                scheme,
                "--window-size=" + width + "," + height,
                "--screenshot=" + file,
                page(name + ".html", html));
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        return picture;
    }

    private String page(String name, String html) throws IOException {
        return Files.writeString(folder.resolve(name), html).toUri().toString();
    }

    private void run(Path out, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("browser.log").toFile())
                .start();
        assertThat(process.waitFor()).as("%s", command).isZero();
    }

    /** How many colours a picture has: one that is blank has one or two. */
    private static long colors(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .distinct()
                .count();
    }
}
