package io.github.lambdalayer.maven;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** What Maven knows of all goals of this plugin. */
record GoalDescriptors(PluginDescriptor plugin) {

    /** The names of all parameters, whichever goal has them. */
    Set<String> parameters() {
        return plugin.getMojos().stream()
                .map(MojoDescriptor::getParameters)
                .flatMap(List::stream)
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    }

    /** {@code publish.skip} and so on, for each goal that can be left out. */
    Set<String> skippingProperties() {
        return plugin.getMojos().stream()
                .filter(mojo -> mojo.getParameterMap().containsKey("skip"))
                .map(mojo -> mojo.getGoal() + ".skip")
                .collect(Collectors.toSet());
    }
}
