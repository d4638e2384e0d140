package io.geminigateway.openai.chat;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Elements;
import io.geminigateway.gemini.JsonValue.Members;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gemini's `logprobsResult` as OpenAI's `logprobs`: token by token, with what else it could have been.
public final class TokenChances {
    private TokenChances() {}

    /// The tokens of one event.
    public static List<JsonValue> of(String logprobsResult) {
        var result = JsonValue.parse(logprobsResult).asObject().orElse(Members.NONE);
        var chosen = list(result.get("chosenCandidates"));
        var top = list(result.get("topCandidates"));
        var tokens = new ArrayList<JsonValue>(chosen.size());
        for (var i = 0; i < chosen.size(); i++) {
            var others = i < top.size() && top.get(i) instanceof Members step
                    ? list(step.get("candidates"))
                    : List.<JsonValue>of();
            tokens.add(token(chosen.get(i))
                    .with(
                            "top_logprobs",
                            new Elements(others.stream()
                                    .<JsonValue>map(TokenChances::token)
                                    .toList())));
        }
        return tokens;
    }

    /// The member `logprobs` of a choice.
    static String json(List<JsonValue> tokens) {
        return tokens.isEmpty()
                ? "null"
                : Members.NONE
                        .with("content", new Elements(tokens))
                        .with("refusal", JsonValue.Null.NULL)
                        .toString();
    }

    private static Members token(JsonValue candidate) {
        var members = candidate.asObject().orElse(Members.NONE);
        var text = members.get("token") instanceof JsonValue.Text token ? token.value() : "";
        var logprob = members.get("logProbability") instanceof JsonValue.Numeral number ? number : JsonValue.of(0);
        var bytes = new ArrayList<JsonValue>();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(JsonValue.of(b & 0xFF));
        }
        return Members.NONE
                .with("token", JsonValue.of(text))
                .with("logprob", logprob)
                .with("bytes", new Elements(bytes));
    }

    private static List<JsonValue> list(@Nullable JsonValue value) {
        return value instanceof Elements(var elements) ? elements : List.of();
    }
}
