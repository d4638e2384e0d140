package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A text as Google would answer it: whole, or in response objects of a few words with a running token count.
record Speech(String model, String responseId, int promptTokens) {
    private static final Pattern FEW_WORDS = Pattern.compile("\\s*(?:\\S+\\s*){1,4}|\\s+");

    String whole(String text) {
        return response(text, Prompt.words(text), true);
    }

    /// Media counts as ten words.
    String showing(JsonObject part) {
        return response(JsonArray.of(part), 10, true);
    }

    List<String> streamed(String text) {
        var pieces = FEW_WORDS.matcher(text).results().map(MatchResult::group).toList();
        if (pieces.isEmpty()) {
            return List.of(whole(text));
        }
        var responses = new ArrayList<String>();
        var tokens = 0;
        for (var piece : pieces) {
            tokens += Prompt.words(piece);
            responses.add(response(piece, tokens, responses.size() == pieces.size() - 1));
        }
        return responses;
    }

    /// Calls of tools, signed as the model signs them: streamed one by one, or all at once.
    List<String> calling(List<Errand.Wanted> calls, boolean streamed) {
        var parts = new JsonArray();
        for (var i = 0; i < calls.size(); i++) {
            parts.add(call(calls.get(i), i));
        }
        return streamed
                ? IntStream.range(0, calls.size())
                        .mapToObj(i -> response(JsonArray.of(parts.getValue(i)), i + 1, i == calls.size() - 1))
                        .toList()
                : List.of(response(parts, calls.size(), true));
    }

    private JsonObject call(Errand.Wanted wanted, int index) {
        var call = JsonObject.of("name", wanted.tool());
        if (!ThoughtSignature.isWantedBy(model)) {
            return JsonObject.of("functionCall", call.put("args", wanted.args()));
        }
        call.put("id", "%s-%d".formatted(responseId, index)).put("args", wanted.args());
        var part = JsonObject.of("functionCall", call);
        return index == 0 ? part.put("thoughtSignature", ThoughtSignature.of(wanted.tool(), wanted.args())) : part;
    }

    private String response(String text, int tokens, boolean last) {
        var parts = text.isEmpty() ? new JsonArray() : JsonArray.of(JsonObject.of("text", text));
        return response(parts, tokens, last);
    }

    private String response(JsonArray parts, int tokens, boolean last) {
        var content = new JsonObject();
        if (!parts.isEmpty()) {
            content.put("parts", parts);
        }
        var candidate = JsonObject.of("content", content.put("role", "model"));
        if (last) {
            candidate.put("finishReason", "STOP");
        }
        return JsonObject.of(
                        "candidates",
                        JsonArray.of(candidate.put("index", 0)),
                        "usageMetadata",
                        usage(tokens),
                        "modelVersion",
                        model,
                        "responseId",
                        responseId)
                .encode();
    }

    /// A count of nothing is left out, as defaults are.
    private JsonObject usage(int tokens) {
        var usage = JsonObject.of("promptTokenCount", promptTokens);
        if (tokens > 0) {
            usage.put("candidatesTokenCount", tokens);
        }
        return usage.put("totalTokenCount", promptTokens + tokens)
                .put(
                        "promptTokensDetails",
                        JsonArray.of(JsonObject.of("modality", "TEXT", "tokenCount", promptTokens)));
    }
}
