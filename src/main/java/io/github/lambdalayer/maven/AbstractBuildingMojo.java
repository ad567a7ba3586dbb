package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerBuild;
import io.github.lambdalayer.build.LayerResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters that decide how the zip is laid out, and what else it holds. */
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
abstract class AbstractBuildingMojo extends AbstractResolvingMojo {

    /**
     * What AWS shows beside the layer. Cut to 256 characters that end in the zip's digest. Without it: the project's
     * description.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.description", defaultValue = "${project.description}")
    private String description;

    /**
     * The licence that AWS shows, cut to 512 characters. Without it: those of the packages.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.licenseInfo")
    private String licenseInfo;

    /**
     * The folder of own modules, which go into {@code python/}; several are divided by commas. Without it:
     * {@code src/main/python} where that exists. For {@code java} its jars go into {@code java/lib/}, for {@code nodejs} its
     * packages into {@code nodejs/node_modules/}, and without it {@code node_modules} is taken where that exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.sourceDirectory")
    private String sourceDirectory;

    /**
     * Own files for other places of the layer.
     *
     * <pre>{@code
     * <resources>
     *   <resource><directory>src/main/bin</directory><targetPath>bin</targetPath></resource>
     * </resources>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration resources;

    /**
     * {@code flat} puts packages into {@code python/}, {@code site-packages} into
     * {@code python/lib/python3.x/site-packages}. {@code auto} is flat where there is one runtime, or where all have
     * the same wheels.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.layout", defaultValue = "auto")
    private String layout;

    /**
     * Patterns of files that are left out, for example {@code **}{@code /*.md}. On the command line they are separated
     * by line breaks or {@code |}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.exclusions")
    private List<String> exclusions;

    /**
     * Presets of what is left out: {@code tests}, {@code types}, {@code headers}, {@code caches}, and
     * {@code debug-symbols}, which makes libraries smaller.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.slim")
    private List<String> slim;

    /**
     * {@code beside} puts compiled modules beside their sources, {@code only} puts them in their place; a function then
     * starts faster. A Python of the runtime's version must be on this machine: in Maven's toolchains (of type
     * {@code python}), on the PATH, in the folders of pyenv and uv, or where Homebrew puts it. {@code none}: sources
     * alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.bytecode", defaultValue = "none")
    private String bytecode;

    /**
     * How grave a finding of each check is: {@code error}, {@code warn} or {@code off}. On the command line:
     * {@code check=level,…}.
     *
     * <pre>{@code <findings><glibc>warn</glibc></findings>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.findings")
    private PlexusConfiguration findings;

    /**
     * The bucket for zips that are too large to be sent directly; {@code {region}} and {@code {account}} are filled
     * in.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.bucket")
    private String bucket;

    /**
     * Attaches the zip to the project, so that {@code install} and {@code deploy} keep it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.attachArtifact", defaultValue = "true")
    private String attachArtifact;

    /**
     * The classifier of the attached zip. Where a project has several layers it is the layer's name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.classifier", defaultValue = "lambda-layer")
    private String classifier;

    AbstractBuildingMojo(MavenServices services) {
        super(services);
    }

    @Override
    Dependencies needs(Parameters layer) {
        return Dependencies.ALL;
    }

    /** The zip that is given instead of the one that is built: a file, or a Maven artifact. */
    final Optional<Path> zip(DeclaredLayer layer) {
        ZipArtifact artifact = new ZipArtifact(services().repositories(), session(), project());
        return layer.parameters()
                .nonEmpty("zip")
                .map(given -> ZipArtifact.isCoordinates(given.text())
                        ? artifact.file(given)
                        : given.under(layer.spec().basedir()));
    }

    /** Makes every zip and attaches it, where there is a project and it wants that. */
    final void assemble(List<DeclaredLayer> layers, Parameters parameters) {
        LayerBuild build = build();
        ProvidedSizes sizes = new ProvidedSizes();
        for (DeclaredLayer layer : layers) {
            LayerResult result = layer.ask(build::assemble);
            tell(layer.spec(), result);
            sizes.add(layer, result);
        }
        sizes.warnings().forEach(getLog()::warn);
        if (hasProject()) {
            new ZipAttachment(services().projects(), project()).attach(Classifiers.of(layers, parameters));
        }
    }
}
