package io.geminigateway.openai.completions;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.openai.OpenAiDialect;
import io.geminigateway.openai.OpenAiRequests;
import io.geminigateway.sse.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/v1/completions`: Gemini only chats, so each text becomes a chat in which a model is asked to go on with it. That
/// chat is read by the chat dialect, which knows what each model can do.
public final class Completions implements OpenAiDialect {
    private static final int MOST_ANSWERS = 16;
    private static final String GO_ON = "Go on with the user's text from exactly where it stops. "
            + "Answer with what comes next and nothing else: do not repeat the text, do not comment on it.";
    private static final String FILL_IN = "The user's text has a gap, marked <gap/>. "
            + "Answer with exactly what belongs in its place and nothing else: no mark, no comment, no code fence.";

    private final OpenAiRequests<CompletionRequest> requests = OpenAiRequests.of(CompletionRequest.class);
    private final Function<byte[], DialectCall> chat;

    /// `chat` reads the body of a chat.
    public Completions(Function<byte[], DialectCall> chat) {
        this.chat = chat;
    }

    @Override
    public DialectCall read(Inbound inbound) {
        var request = requests.read(inbound.body());
        var model = request.model();
        if (model == null || model.isBlank()) {
            throw OpenAiRequests.missing("model");
        }
        var prompts = prompts(request);
        var each = answers(request.n(), prompts.size());
        var calls = new ArrayList<DialectCall>();
        var echoes = new ArrayList<String>();
        for (var prompt : prompts) {
            var call = chat.apply(chat(request, model, prompt));
            for (var i = 0; i < each; i++) {
                calls.add(call);
                echoes.add(Boolean.TRUE.equals(request.echo()) ? prompt : "");
            }
        }
        var options = request.streamOptions();
        var usage = options != null && Boolean.TRUE.equals(options.includeUsage());
        return new CompletionCall(calls, model, echoes, usage);
    }

    private static List<String> prompts(CompletionRequest request) {
        if (request.prompt() == null) {
            throw OpenAiRequests.missing("prompt");
        }
        var prompts = request.prompt().texts();
        if (prompts.isEmpty() || prompts.size() > MOST_ANSWERS) {
            throw OpenAiRequests.invalid("prompt", "'prompt' must hold 1 to %d texts".formatted(MOST_ANSWERS));
        }
        if (prompts.stream().anyMatch(String::isEmpty)) {
            throw OpenAiRequests.invalid("prompt", "'prompt' holds an empty string, and that cannot be gone on with");
        }
        return prompts;
    }

    private static int answers(@Nullable Long n, int prompts) {
        if (n == null) {
            return 1;
        }
        if (n < 1 || n > MOST_ANSWERS / prompts) {
            throw OpenAiRequests.invalid(
                    "n", "'n' must be at least 1, and %d answers to all prompts at most".formatted(MOST_ANSWERS));
        }
        return n.intValue();
    }

    private static byte[] chat(CompletionRequest request, String model, String prompt) {
        var suffix = request.suffix();
        var fills = suffix != null && !suffix.isEmpty();
        var out = new Bytes(prompt.length() + 512);
        out.append("{\"model\":");
        JsonText.write(model, out);
        out.append(",\"stream\":%s".formatted(Boolean.TRUE.equals(request.stream())));
        // thoughts are never shown here, and would eat the few tokens that completions are mostly given
        out.append(",\"reasoning_effort\":\"none\",\"messages\":[{\"role\":\"system\",\"content\":");
        JsonText.write(fills ? FILL_IN : GO_ON, out);
        out.append("},{\"role\":\"user\",\"content\":");
        JsonText.write(fills ? prompt + "<gap/>" + suffix : prompt, out);
        out.append("}]");
        append("max_tokens", request.maxTokens(), out);
        append("temperature", request.temperature(), out);
        append("top_p", request.topP(), out);
        append("stop", request.stop(), out);
        append("seed", request.seed(), out);
        append("user", request.user(), out);
        out.append("}");
        return out.take();
    }

    private static void append(String name, @Nullable String json, Bytes out) {
        if (json != null) {
            out.append(",\"%s\":".formatted(name)).append(json);
        }
    }
}
