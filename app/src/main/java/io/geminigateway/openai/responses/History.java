package io.geminigateway.openai.responses;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.RawJson;
import io.geminigateway.openai.OpenAiRequests;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was said before a request, out of what is kept of earlier answers to the same client.
final class History {
    private static final int LONGEST = 1000;
    private static final int MOST_ITEMS = 8192;
    private static final String PREVIOUS = "previous_response_id";

    private final KeptResponses kept;
    private final Map<String, List<InputItem>> outputs = new HashMap<>();

    History(KeptResponses kept) {
        this.kept = kept;
    }

    /// All items of the conversation that a request continues, its own last.
    List<InputItem> with(ResponsesRequest request) {
        var items = new ArrayList<InputItem>();
        if (request.previousResponseId() != null) {
            for (var earlier : chain(request.previousResponseId())) {
                items.addAll(earlier.inputItems(PREVIOUS));
                items.addAll(earlier.outputItems(PREVIOUS));
            }
        }
        if (request.input() != null) {
            items.addAll(input(request.input()));
        }
        if (items.size() > MOST_ITEMS) {
            throw OpenAiRequests.invalid("input", "'input' holds more than %d items".formatted(MOST_ITEMS));
        }
        return items.stream().flatMap(item -> resolved(item).stream()).toList();
    }

    private static List<InputItem> input(RawJson input) {
        var isListOrText = input.text().startsWith("[") || input.text().startsWith("\"");
        if (!isListOrText) {
            throw OpenAiRequests.invalid("input", "'input' must be a string or an array");
        }
        return KeptResponse.items(input, "input");
    }

    /// The answers before, oldest first. If any is gone, all is: the model must not answer without it.
    private Deque<KeptResponse> chain(String last) {
        var chain = new ArrayDeque<KeptResponse>();
        for (var id = last; id != null; id = chain.getFirst().previous()) {
            if (chain.size() == LONGEST) {
                throw OpenAiRequests.invalid(
                        PREVIOUS, "'%s' continues more than %d responses".formatted(PREVIOUS, LONGEST));
            }
            chain.addFirst(kept.find(id).orElseThrow(() -> notFound(last)));
        }
        return chain;
    }

    /// A reference stands for an item that was told before. What a model thought need not be known: its signature is
    /// found by what it signed.
    private Optional<InputItem> resolved(InputItem item) {
        if (!item.type().equals("item_reference")) {
            return Optional.of(item);
        }
        var id = item.required("id");
        var found = known(id).map(known -> new InputItem(known.json(), item.path()));
        if (found.isEmpty() && !ItemId.isReasoning(id)) {
            throw new Failure.InvalidRequest(
                            "Item with id '%s' not found. Items are kept for some time only; send the item itself."
                                    .formatted(shown(id)),
                            item.path() + ".id",
                            "item_not_found")
                    .asException();
        }
        return found;
    }

    private Optional<InputItem> known(String id) {
        return ItemId.response(id)
                .map(response -> outputs.computeIfAbsent(response, this::output))
                .flatMap(output -> output.stream()
                        .filter(item -> item.text("id").equals(Optional.of(id)))
                        .findFirst());
    }

    private List<InputItem> output(String responseId) {
        return kept.find(responseId).map(found -> found.outputItems("")).orElse(List.of());
    }

    private static GatewayException notFound(String id) {
        return new Failure.InvalidRequest(
                        "Previous response with id '%s' not found. Responses are kept for some time only; send all of 'input'."
                                .formatted(shown(id)),
                        PREVIOUS,
                        "previous_response_not_found")
                .asException();
    }

    private static String shown(String id) {
        return id.length() > 64 ? id.substring(0, 64) + "..." : id;
    }
}
