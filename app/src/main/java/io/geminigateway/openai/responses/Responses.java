package io.geminigateway.openai.responses;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.dialect.RemoteMedia;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.openai.OpenAiDialect;
import io.geminigateway.openai.OpenAiRequests;
import io.geminigateway.openai.chat.ChatCall;
import io.geminigateway.openai.chat.ChatCompletions;
import io.geminigateway.openai.chat.ChatRequest;
import io.geminigateway.prompt.Dropped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// OpenAI's Responses on Gemini.
public final class Responses implements OpenAiDialect {
    private final OpenAiRequests<ResponsesRequest> requests = OpenAiRequests.of(ResponsesRequest.class);
    private final ModelCatalog models;
    private final ChatCompletions chats;
    private final ResponseStore store;

    /// `chats` knows what Gemini is told.
    public Responses(ModelCatalog models, ChatCompletions chats, ResponseStore store) {
        this.models = models;
        this.chats = chats;
        this.store = store;
    }

    /// What is kept may be long, however short the word that recalls it.
    @Override
    public boolean takesLong(Inbound request) {
        var body = new String(request.body(), StandardCharsets.ISO_8859_1);
        return body.contains("previous_response_id") || body.contains("item_reference");
    }

    @Override
    public DialectCall read(Inbound inbound) {
        var request = requests.read(inbound.body());
        try {
            return read(request, new KeptResponses(store, inbound.head().client()));
        } catch (MalformedJsonException tooDeep) { // what is raw in the request is looked into only here
            throw OpenAiRequests.invalid(tooDeep.path(), "The body is not valid JSON: " + tooDeep.reason());
        }
    }

    private DialectCall read(ResponsesRequest request, KeptResponses kept) {
        Unoffered.refuse(request);
        var model = OpenAiRequests.model(models, request.model(), null);
        var capabilities = models.capabilities(model);
        Unoffered.refuse(capabilities);
        var mayUseTools = !ToolWish.isNone(json(request.toolChoice()));
        var tools = ToolBox.of(json(request.tools()), mayUseTools, capabilities);
        var transcript = Transcript.of(request.instructions(), new History(kept).with(request), tools, model);
        if (transcript.messages().isEmpty()) {
            throw OpenAiRequests.missing("input");
        }
        var chat = ChatWording.of(request, transcript, tools);
        var names = new ParamNames(transcript.paths(), tools.paths());
        var terms = new Terms(request, model, tools, kept, stores(request));
        return call(chat, names, terms, Map.of());
    }

    private ResponsesCall call(ChatRequest request, ParamNames names, Terms terms, Map<URI, Blob> fetched) {
        var chat = names.spoken(() -> chats.call(request, fetched));
        return new ResponsesCall(
                chat,
                terms,
                dropped(chat, names, terms).headers(),
                chat.remoteMedia()
                        .map(remote ->
                                new RemoteMedia(remote.addresses(), found -> call(request, names, terms, found))));
    }

    private static Dropped dropped(ChatCall chat, ParamNames names, Terms terms) {
        var dropped = new Dropped();
        chat.headers().values().forEach(all -> dropped.add(names.ours(all)));
        terms.tools().leftOut().forEach(dropped::add);
        dropped.addIf("auto".equals(terms.request().truncation()), "truncation");
        dropped.addIf(terms.request().maxToolCalls() != null, "max_tool_calls");
        return dropped;
    }

    private boolean stores(ResponsesRequest request) {
        var length = request.input() == null ? 0 : request.input().text().length();
        return !Boolean.FALSE.equals(request.store()) && length <= store.longest();
    }

    private static JsonValue json(@Nullable String raw) {
        return raw == null ? JsonValue.Null.NULL : JsonValue.parse(raw);
    }
}
