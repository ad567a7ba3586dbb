package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.FunctionChoice.Matching;
import io.github.lambdalayer.aws.FunctionChoice.Tagged;
import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.problem.LayerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** Finds the functions of a region by pattern or tag; the region is listed once, and tags are asked one by one. */
final class FunctionSearch {

    private static final int MOST_AT_ONCE = 8;

    private final AwsClients clients;
    private final Map<String, List<FunctionConfiguration>> listed = new HashMap<>();
    private final Map<String, Map<String, Map<String, String>>> tagged = new HashMap<>();

    FunctionSearch(AwsClients clients) {
        this.clients = clients;
    }

    /** The names of those that a choice means, sorted. */
    List<FunctionName> in(String region, FunctionChoice choice) {
        return all(region).stream()
                .map(FunctionConfiguration::functionName)
                .filter(name -> isMeant(region, name, choice))
                .sorted()
                .map(FunctionName::of)
                .toList();
    }

    private boolean isMeant(String region, String name, FunctionChoice choice) {
        if (choice instanceof Matching matching) {
            return matching.matches(name);
        }
        Tagged tag = (Tagged) choice;
        String value = tags(region).getOrDefault(name, Map.of()).get(tag.key());
        return value != null && (tag.value().isEmpty() || tag.value().equals(value));
    }

    /** Every function of a region, as lists tell it. */
    List<FunctionConfiguration> all(String region) {
        return listed.computeIfAbsent(region, r -> list(r, false));
    }

    /** Every function of a region, and every version of it that was published. */
    List<FunctionConfiguration> allVersions(String region) {
        return list(region, true);
    }

    private List<FunctionConfiguration> list(String region, boolean versions) {
        List<FunctionConfiguration> found = new ArrayList<>();
        Set<String> markers = new HashSet<>();
        String marker = null;
        do {
            ListFunctionsResponse page = page(region, versions, marker);
            found.addAll(page.functions());
            marker = page.nextMarker();
            // A marker that comes again would lead in a circle.
        } while (marker != null && !marker.isEmpty() && markers.add(marker));
        return found;
    }

    private ListFunctionsResponse page(String region, boolean versions, @Nullable String marker) {
        try {
            return clients.lambda(region)
                    .listFunctions(b -> b.maxItems(LambdaLimits.PAGE_ITEMS)
                            .marker(marker)
                            .functionVersion(versions ? "ALL" : null));
        } catch (SdkException e) {
            throw new AwsFailures(region, "lambda:ListFunctions", "the functions").of(e);
        }
    }

    private Map<String, Map<String, String>> tags(String region) {
        return tagged.computeIfAbsent(region, r -> {
            Map<String, Map<String, String>> tags = new HashMap<>();
            List<String> names =
                    all(r).stream().map(FunctionConfiguration::functionName).toList();
            List<Map<String, String>> found = new Crew(MOST_AT_ONCE).all(names, name -> tags(r, name));
            for (int i = 0; i < names.size(); i++) {
                tags.put(names.get(i), found.get(i));
            }
            return tags;
        });
    }

    /** Of GetFunction, which may be called more often than ListTags; it tells when the tags may not be seen. */
    private Map<String, String> tags(String region, String name) {
        try {
            GetFunctionResponse reply = clients.lambda(region).getFunction(b -> b.functionName(name));
            if (reply.tagsError() != null) {
                throw new LayerException(
                        AwsProblem.ACCESS_DENIED,
                        region + ": lambda:ListTags on function " + name + " is denied.",
                        "allow it to the caller: mvn lambda-layer:policy prints what this pom needs");
            }
            return reply.hasTags() ? reply.tags() : Map.of();
        } catch (SdkException e) {
            throw new AwsFailures(region, "lambda:GetFunction", "function " + name).of(e);
        }
    }
}
