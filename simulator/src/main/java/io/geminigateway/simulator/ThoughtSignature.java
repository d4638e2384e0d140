package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What models from Gemini 3 on put on the first call of each step, and want back on that very part.
final class ThoughtSignature {
    private static final Set<String> SKIP =
            Set.of("skip_thought_signature_validator", "context_engineering_is_the_way_to_go");
    private static final Pattern GENERATION = Pattern.compile("^gemini-(\\d+).*");

    private ThoughtSignature() {}

    static boolean isWantedBy(String model) {
        var generation = GENERATION.matcher(model);
        return generation.matches() && Integer.parseInt(generation.group(1)) >= 3;
    }

    /// The signature of a call: it fits no call of another name or with other arguments.
    static String of(String tool, JsonObject args) {
        var what = "simulated thought behind " + tool + new TreeMap<>(args.getMap());
        return Base64.getEncoder().encodeToString(what.getBytes(StandardCharsets.UTF_8));
    }

    /// Why Google refuses the request: since the last words of the user, each turn of the model that calls must bring
    /// back the signature of its first call, and no signature may be on another part than its own.
    static Optional<String> fault(List<JsonObject> contents) {
        for (var position = afterLastWords(contents); position < contents.size(); position++) {
            var calls = Prompt.objects(contents.get(position).getValue("parts"))
                    .filter(part -> part.getValue("functionCall") instanceof JsonObject)
                    .toList();
            for (var i = 0; i < calls.size(); i++) {
                var fault = fault(calls.get(i), i == 0, position);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(JsonObject part, boolean first, int position) {
        var call = part.getJsonObject("functionCall");
        var given = part.getString("thoughtSignature");
        if (given == null) {
            return first ? Optional.of(missing(call.getString("name"), position)) : Optional.empty();
        }
        var known = given.equals(of(call.getString("name"), call.getJsonObject("args", new JsonObject())));
        return known || SKIP.contains(given) ? Optional.empty() : Optional.of("Corrupted thought signature.");
    }

    private static String missing(String tool, int position) {
        return ("Function call is missing a thought_signature in functionCall parts. This is required for tools to work"
                        + " correctly, and missing thought_signature may lead to degraded model performance. Additional"
                        + " data, function call `default_api:%s`, position %d.")
                .formatted(tool, position);
    }

    private static int afterLastWords(List<JsonObject> contents) {
        for (var i = contents.size() - 1; i >= 0; i--) {
            var content = contents.get(i);
            if ("user".equals(content.getString("role", "user"))
                    && !Prompt.textsOf(content).isEmpty()) {
                return i + 1;
            }
        }
        return 0;
    }
}
