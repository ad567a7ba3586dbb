package io.github.lambdalayer.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions that match and cannot have the layer: told in one sentence for each pattern and region. */
final class LeftOut {

    private static final int MOST_NAMES = 5;

    private final AwsEvents events;
    private final Map<List<String>, List<String>> names = new LinkedHashMap<>();

    LeftOut(AwsEvents events) {
        this.events = events;
    }

    synchronized void add(Attachment attachment) {
        List<String> place =
                List.of(attachment.region(), attachment.wish().choice().toString());
        names.computeIfAbsent(place, key -> new ArrayList<>())
                .add(attachment.function().name());
    }

    synchronized void tell() {
        names.forEach((place, functions) -> {
            List<String> sorted = functions.stream().sorted().toList();
            String shown = String.join(", ", sorted.subList(0, Math.min(MOST_NAMES, sorted.size())));
            events.warned(
                    place.get(0),
                    sorted.size() + " of the functions that match " + place.get(1)
                            + " cannot have the layer, for their runtime, architecture or image: " + shown
                            + (sorted.size() > MOST_NAMES ? ", …" : "") + ".");
        });
    }
}
