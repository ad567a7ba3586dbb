package io.github.lambdalayer.testing.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages of at most 50 items with markers. */
final class Paging {

    private Paging() {}

    /**
     * The page that the request asks for, under {@code member}, and {@code NextMarker} when there is more.
     *
     * @param repeat makes the marker point to the same page again, as a broken service would
     */
    static Map<String, Object> page(Request request, String member, List<?> items, boolean repeat) {
        String marker = request.parameter("Marker");
        String maxItems = request.parameter("MaxItems");
        int start = Math.min(items.size(), marker.isEmpty() ? 0 : Integer.parseInt(marker.substring("page-".length())));
        int end = Math.min(items.size(), start + (maxItems.isEmpty() ? 50 : Integer.parseInt(maxItems)));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(member, List.copyOf(items.subList(start, end)));
        if (end < items.size()) {
            page.put("NextMarker", "page-" + (repeat && start > 0 ? start : end));
        }
        return page;
    }
}
