package io.geminigateway.openai.responses;

import io.geminigateway.answer.TokenUsage;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The response object: how it stands with the answer, and what the request asked for, told back.
record ResponseHead(String id, Instant created, ResponsesRequest request, boolean stores) {
    /// How it stands. `detail` is the member that explains it, if anything does.
    record Status(
            String word, @Nullable String detail, @Nullable TokenUsage usage) {
        static final Status IN_PROGRESS = new Status("in_progress", null, null);
        static final Status FAILED = new Status("failed", null, null);
    }

    /// `error` is an object, or null.
    void write(Status status, @Nullable String error, Consumer<Bytes> output, Bytes out) {
        out.append("{\"id\":\"" + id + "\",\"object\":\"response\",\"created_at\":" + created.getEpochSecond()
                + ",\"status\":\"" + status.word() + "\",\"background\":false,\"error\":" + error
                + ",\"incomplete_details\":" + status.detail() + ",\"instructions\":");
        JsonText.writeOrNull(request.instructions(), out);
        out.append(",\"max_output_tokens\":" + request.maxOutputTokens() + ",\"max_tool_calls\":"
                + request.maxToolCalls() + ",\"model\":");
        JsonText.writeOrNull(request.model(), out);
        out.append(",\"output\":");
        output.accept(out);
        out.append(",\"parallel_tool_calls\":" + !Boolean.FALSE.equals(request.parallelToolCalls()));
        text("previous_response_id", request.previousResponseId(), out);
        text("prompt_cache_key", request.promptCacheKey(), out);
        reasoning(out);
        text("safety_identifier", request.safetyIdentifier(), out);
        out.append(",\"store\":" + stores + ",\"temperature\":" + orOne(request.temperature()));
        format(out);
        out.append(",\"tool_choice\":" + orElse(request.toolChoice(), "\"auto\"")
                + ",\"tools\":" + orElse(request.tools(), "[]")
                + ",\"top_logprobs\":" + (request.topLogprobs() == null ? 0 : request.topLogprobs())
                + ",\"top_p\":" + orOne(request.topP()) + ",\"truncation\":");
        JsonText.write(request.truncation() == null ? "disabled" : request.truncation(), out);
        out.append(",\"usage\":");
        usage(status.usage(), out);
        text("user", request.user(), out);
        out.append(",\"metadata\":" + orElse(request.metadata(), "{}") + "}");
    }

    private void reasoning(Bytes out) {
        var reasoning = request.reasoning();
        out.append(",\"reasoning\":{\"effort\":");
        JsonText.writeOrNull(reasoning == null ? null : reasoning.effort(), out);
        text("summary", reasoning == null ? null : reasoning.summary(), out);
        out.append("}");
    }

    private void format(Bytes out) {
        var text = request.text();
        out.append(",\"text\":{\"format\":" + orElse(text == null ? null : text.format(), "{\"type\":\"text\"}"));
        text("verbosity", text == null || text.verbosity() == null ? "medium" : text.verbosity(), out);
        out.append("}");
    }

    private static void usage(@Nullable TokenUsage usage, Bytes out) {
        if (usage == null) {
            out.append("null");
            return;
        }
        out.append("{\"input_tokens\":" + usage.prompt()
                + ",\"input_tokens_details\":{\"cached_tokens\":" + usage.cached() + ",\"cache_write_tokens\":0}"
                + ",\"output_tokens\":" + usage.completion()
                + ",\"output_tokens_details\":{\"reasoning_tokens\":" + usage.reasoning() + "}"
                + ",\"total_tokens\":" + usage.total() + "}");
    }

    private static void text(String name, @Nullable String text, Bytes out) {
        out.append(",\"" + name + "\":");
        JsonText.writeOrNull(text, out);
    }

    private static String orElse(@Nullable String json, String otherwise) {
        return json == null || json.equals("null") ? otherwise : json;
    }

    private static double orOne(@Nullable Double number) {
        return number == null ? 1 : number;
    }
}
