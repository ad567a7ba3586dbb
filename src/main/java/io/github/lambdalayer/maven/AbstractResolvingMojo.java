package io.github.lambdalayer.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * The parameters that decide which wheels a layer holds. All are text, lists of text or trees: Maven converts nothing,
 * so that {@link SpecReader} can tell every fault at once.
 */
@SuppressWarnings("UnusedVariable") // GoalParameters reads the fields
abstract class AbstractResolvingMojo extends AbstractSpecMojo {

    /**
     * The layer's name: 1 to 140 characters of {@code a-z A-Z 0-9 - _}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.layerName", defaultValue = "${project.artifactId}")
    private String layerName;

    /**
     * The runtimes that the layer is for, {@code python3.6} to {@code python3.14}, or those of the {@code language}, such as
     * {@code java21} and {@code nodejs22.x}. At least one is needed.
     *
     * <pre>{@code <runtimes><runtime>python3.13</runtime></runtimes>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.runtimes")
    private List<String> runtimes;

    /**
     * What kind of layer it is. {@code java} takes the jars of the project's runtime classpath, {@code nodejs} a folder of
     * npm; what this plugin does with wheels, locks and modules is for {@code python} alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.language", defaultValue = "python")
    private String language;

    /**
     * The glibc of a runtime that this version of the plugin does not know, for example {@code 2.34}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.glibc")
    private String glibc;

    /**
     * The whole version of the runtime's Python, for example {@code 3.13.1}, for markers that ask for it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.pythonFullVersion")
    private String pythonFullVersion;

    /**
     * {@code x86_64}, {@code arm64} or both. Two make two layers, {@code <layerName>-x86_64} and
     * {@code <layerName>-arm64}. Without it: {@code x86_64}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.architectures")
    private List<String> architectures;

    /**
     * Makes one layer that names both architectures; fails when anything in it is native.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.universal", defaultValue = "false")
    private String universal;

    /**
     * What the layer must hold: requirements of PEP 508, or wheels by their paths, one each. On the command line they are separated by line
     * breaks or {@code |}.
     *
     * <pre>{@code <requirements><requirement>pandas==2.2.3</requirement></requirements>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.requirements")
    private List<String> requirements;

    /**
     * Files with more of them: requirements.txt, pyproject.toml, or a lock file, which then counts as the lock.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.requirementsFiles")
    private List<String> requirementsFiles;

    /**
     * What becomes of {@code --index-url}, {@code --extra-index-url}, {@code --find-links} and {@code --no-index} in a
     * requirements.txt: {@code refuse}, {@code ignore} or {@code use}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.indexOptions", defaultValue = "refuse")
    private String indexOptions;

    /**
     * The dependency groups (PEP 735) of a pyproject.toml that the layer holds as well.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.groups")
    private List<String> groups;

    /**
     * The extras of a pyproject.toml that the layer holds as well.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.extras")
    private List<String> extras;

    /**
     * Limits for packages that are required by others, as pip's {@code -c}; written like {@code requirements}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.constraints")
    private List<String> constraints;

    /**
     * Requirements that take the place of every other one for their package; written like {@code requirements}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.overrides")
    private List<String> overrides;

    /**
     * Packages that are left out, with all that only they require, for example {@code boto3}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.excludedPackages")
    private List<String> excludedPackages;

    /**
     * Other layers of this pom that hold the rest, by name: all are resolved together, so that they have the same
     * versions, and what the others hold is left out here. Their functions need both.
     *
     * <pre>{@code
     * <layer>
     *   <layerName>reports</layerName>
     *   <requirements><requirement>matplotlib</requirement></requirements>
     *   <providedBy><layer>base</layer></providedBy>
     * </layer>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.providedBy")
    private List<String> providedBy;

    /**
     * {@code if-necessary}, {@code allow} or {@code disallow}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.prereleases", defaultValue = "if-necessary")
    private String prereleases;

    /**
     * {@code highest}, {@code lowest} or {@code lowest-direct}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.resolution", defaultValue = "highest")
    private String resolution;

    /**
     * Leaves out files that were uploaded later: a date such as {@code 2026-01-01T00:00:00Z}, or a duration such as
     * {@code P7D}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.uploadedPriorTo")
    private String uploadedPriorTo;

    /**
     * The lock (PEP 751). Without it: {@code pylock.toml}, or {@code pylock.<layerName>.toml} where there are several
     * layers. Only the goal {@code lock} writes it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.lockFile")
    private String lockFile;

    /**
     * Makes it an error that there is no lock.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.locked", defaultValue = "false")
    private String locked;

    /**
     * Indexes that are asked first, in their order; the first that knows a project is the only one that is asked for
     * it. {@code <packages>} names projects that are looked up there and nowhere else; with
     * {@code <explicit>true</explicit>} the index is asked for nothing else. An {@code id} is that of a
     * {@code <server>} in settings.xml.
     *
     * <pre>{@code
     * <indexes><index><id>acme</id><url>https://repo.acme.example/simple/</url></index></indexes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration indexes;

    /**
     * The index that is asked last; empty: none. Neither {@code PIP_INDEX_URL} nor the files of pip are read.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.indexUrl", defaultValue = "https://pypi.org/simple/")
    private String indexUrl;

    /**
     * The id of that index: a {@code <server>} or a {@code <mirror>} of settings.xml can name it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.indexServerId", defaultValue = "pypi")
    private String indexServerId;

    /**
     * Folders of wheels, each asked before any index. A project that is found in one is looked up nowhere else.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.findLinks")
    private List<String> findLinks;

    /**
     * The profile of the AWS configuration files, also for the token of an index on AWS CodeArtifact.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.profile")
    private String profile;

    /**
     * A role that is assumed first, also for that token.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.roleArn")
    private String roleArn;

    /**
     * Where wheels are kept by their digest, and pages and metadata for a while.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "lambda-layer.cacheDirectory",
            defaultValue = "${settings.localRepository}/.cache/lambda-layer")
    private String cacheDirectory;

    /**
     * Several layers of one project: each {@code <layer>} holds any of the parameters; what stands outside is the
     * default for all.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration layers;

    /**
     * The layers among {@code layers} that the goal works on, by name; without it all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.only")
    private List<String> only;

    /**
     * Where zips, results and the copy of the lock are written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda-layer.outputDirectory", defaultValue = "${project.build.directory}/lambda-layer")
    private String outputDirectory;

    AbstractResolvingMojo(MavenServices services) {
        super(services);
    }
}
