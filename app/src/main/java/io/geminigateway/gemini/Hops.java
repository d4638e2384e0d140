package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One answer that Google gives in several hops: a long one ends with [FinishReason#CONTINUATION] and a token, and goes
/// on when the same request is sent again with the token. Counts usage over all hops. One thread at a time.
public final class Hops {
    /// A hop is a sixteenth of the largest window.
    private static final int MOST = 16;

    private static final String TOKEN = "continuationToken";

    private final byte[] request;
    private int hops = 1;
    private boolean heardInThisHop;
    private @Nullable String token;
    private @Nullable UsageMetadata before;
    private @Nullable UsageMetadata now;

    public Hops(byte[] request) {
        this.request = request;
    }

    /// The event as it counts for the whole answer.
    public GeminiEvent heard(GeminiEvent event) {
        heardInThisHop = true;
        var response = event.response();
        for (var candidate : response.candidatesOrNone()) {
            if (candidate.finishReason() != null) {
                token = FinishReason.of(candidate.finishReason()) == FinishReason.CONTINUATION
                        ? tokenIn(event.json())
                        : null;
            }
        }
        if (response.usageMetadata() == null) {
            return event;
        }
        now = before == null ? response.usageMetadata() : sum(before, response.usageMetadata());
        return before == null ? event : new GeminiEvent(event.json(), with(response, now));
    }

    /// The request for the next hop, where there is one; moves on to it.
    public Optional<byte[]> next() {
        if (token == null || hops == MOST) {
            return Optional.empty();
        }
        var spoken = JsonValue.of(token);
        hops++;
        heardInThisHop = false;
        token = null;
        before = now;
        return JsonValue.parse(request)
                .asObject()
                .map(body -> body.with(TOKEN, spoken).toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Whether a hop after the first was asked for, and nothing has come of it yet.
    public boolean isBetween() {
        return hops > 1 && !heardInThisHop;
    }

    private static @Nullable String tokenIn(byte[] json) {
        return JsonValue.parse(json)
                .asObject()
                .flatMap(response -> response.get("candidates") instanceof JsonValue.Elements(var candidates)
                        ? candidates.stream().findFirst()
                        : Optional.empty())
                .flatMap(JsonValue::asObject)
                .flatMap(candidate -> Optional.ofNullable(candidate.get(TOKEN)))
                .flatMap(JsonValue::asText)
                .orElse(null);
    }

    private static GenerateContentResponse with(GenerateContentResponse response, UsageMetadata usage) {
        return new GenerateContentResponse(
                response.candidates(),
                response.promptFeedback(),
                usage,
                response.modelVersion(),
                response.responseId());
    }

    /// The prompt is the client's, and counts once; what was said and thought adds up.
    private static UsageMetadata sum(UsageMetadata before, UsageMetadata hop) {
        var said = plus(before.candidatesTokenCount(), hop.candidatesTokenCount());
        var thought = plus(before.thoughtsTokenCount(), hop.thoughtsTokenCount());
        var tools = plus(before.toolUsePromptTokenCount(), hop.toolUsePromptTokenCount());
        return new UsageMetadata(
                before.promptTokenCount(),
                before.cachedContentTokenCount(),
                said,
                thought,
                tools,
                plus(before.promptTokenCount(), said + thought + tools),
                before.promptTokensDetails(),
                null);
    }

    private static int plus(@Nullable Integer one, @Nullable Integer other) {
        return (one == null ? 0 : one) + (other == null ? 0 : other);
    }
}
