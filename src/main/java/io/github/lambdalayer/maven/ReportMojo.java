package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.build.LayerSpec;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Writes a page about the layers: what takes the room, which packages there are, who requires them, their licences, what the
 * audit found, and what is new since the page before. In {@code <reporting>} it is a part of the site, with the parameters of {@code <build>}; else it is
 * {@code target/lambda-layer/index.html}. The layers are built first unless they are still right.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractBuildingMojo implements MavenReport {

    private static final String FOLDER = "lambda-layer";

    private File siteFolder = new File("");

    @Inject
    ReportMojo(MavenServices services) {
        super(services);
    }

    @Override
    void run(List<DeclaredLayer> layers, Parameters parameters) {
        LayerBuild build = build();
        Map<LayerSpec, LayerResult> results = new LinkedHashMap<>();
        layers.forEach(layer -> results.put(layer.spec(), layer.ask(build::assemble)));
        Path file = siteFolder.getPath().isEmpty()
                ? layers.get(0).spec().output().resolve("index.html")
                : siteFolder.toPath().resolve(FOLDER).resolve("index.html");
        build.report(results, file);
    }

    @Override
    boolean isApart() {
        return !siteFolder.getPath().isEmpty();
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            execute();
        } catch (MojoExecutionException | MojoFailureException e) {
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    @Override
    @SuppressWarnings("deprecation") // Sites of older versions know no other name.
    public String getOutputName() {
        return FOLDER + "/index";
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "AWS Lambda layers";
    }

    @Override
    public String getDescription(Locale locale) {
        return "What is in the layers of this project, and what takes the room.";
    }

    @Override
    public void setReportOutputDirectory(File folder) {
        siteFolder = folder;
    }

    @Override
    public File getReportOutputDirectory() {
        return siteFolder;
    }

    @Override
    public boolean isExternalReport() {
        return true;
    }

    @Override
    public boolean canGenerateReport() {
        return hasSomethingToReport();
    }
}
