package io.geminigateway.openai.responses;

import java.util.Optional;
import java.util.regex.Pattern;

/// The ids of a response and of its items: what they are, the request they come from, and for items the place in the
/// output. So an item's id tells in which response it is.
final class ItemId {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]");
    private static final Pattern ITEM = Pattern.compile("[a-z]{2,4}_([A-Za-z0-9_-]+)_([0-9]{1,6})");

    private ItemId() {}

    static String ofResponse(String requestId) {
        return "resp_" + UNSAFE.matcher(requestId).replaceAll("");
    }

    /// `kind` is `msg`, `rs` and the like.
    static String of(String kind, String responseId, int index) {
        return kind + "_" + responseId.substring("resp_".length()) + "_" + index;
    }

    static Optional<String> response(String itemId) {
        var item = ITEM.matcher(itemId);
        return item.matches() ? Optional.of("resp_" + item.group(1)) : Optional.empty();
    }

    static boolean isReasoning(String itemId) {
        return itemId.startsWith("rs_");
    }
}
