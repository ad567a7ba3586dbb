package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class ModuleLayersTest {

    @Test
    void layersOfAllModulesAreKnownByTheirNames() throws Exception {
        MavenProject layers = module("etl", "<layers><layer><layerName>web</layerName></layer><layer/></layers>");
        MavenProject property = module("p", "");
        property.getProperties().setProperty("lambda-layer.layerName", "of-property");
        MavenProject inExecution = module("e", "");
        PluginExecution execution = new PluginExecution();
        execution.setConfiguration(dom("<layerName>bound</layerName>"));
        inExecution.getBuild().getPlugins().get(0).addExecution(execution);
        MavenProject without = new MavenProject(new Model());
        ModuleLayers known = ModuleLayers.of(
                List.of(module("api", ""), layers, property, inExecution, without),
                new MojoExecution(layers.getBuild().getPlugins().get(0), "package", "default-cli"));
        assertThat(known.names()).containsExactly("api", "bound", "e", "etl", "of-property", "web");
        assertThat(known.have("web")).isTrue();
        assertThat(known.have("web-arm64")).isTrue();
        assertThat(known.have("web-arm")).isFalse();
    }

    @Test
    void nameIsNoPattern() {
        ModuleLayers known = new ModuleLayers(Set.of("${layer}[", "a.b"));
        assertThat(known.have("${layer}[-x86_64")).isTrue();
        assertThat(known.have("aXb-x86_64")).isFalse();
        assertThat(known.have("-x86_64")).isFalse();
    }

    private static MavenProject module(String artifactId, String configuration) throws Exception {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.lambdalayer");
        plugin.setArtifactId("lambda-layer-maven-plugin");
        plugin.setConfiguration(dom(configuration));
        Model model = new Model();
        model.setArtifactId(artifactId);
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        return new MavenProject(model);
    }

    private static Xpp3Dom dom(String configuration) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>"));
    }
}
