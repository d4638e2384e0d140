package io.geminigateway.openai.chat;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.GenerateContentRequest;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.Place;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.gemini.Signatures;
import io.geminigateway.gemini.SignedHistory;
import io.geminigateway.gemini.ThoughtSignature;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.openai.OpenAiErrors;

/// OpenAI's chat completions on Gemini.
public final class ChatCompletions implements Dialect {
    private final WireJson<ChatRequest> requests = WireJson.ofClient(ChatRequest.class);
    private final GeminiJson gemini = new GeminiJson();
    private final ModelCatalog models;
    private final SignatureStore signatures;

    /// `signatures` are kept for clients that lose them.
    public ChatCompletions(ModelCatalog models, SignatureStore signatures) {
        this.models = models;
        this.signatures = signatures;
    }

    @Override
    public DialectCall read(byte[] body) {
        var request = parse(body);
        var spokenModel = request.model();
        if (spokenModel == null || spokenModel.isBlank()) {
            throw new Failure.InvalidRequest("'model' is missing", "model", "missing_required_parameter").asException();
        }
        var model = models.resolve(spokenModel);
        var names = new ToolNames();
        var tools = Tools.of(request, names);
        var translated = translate(request, model, tools, names);
        return new ChatCall(
                model,
                Boolean.TRUE.equals(request.stream()),
                gemini.write(translated),
                spokenModel,
                wantsUsage(request),
                new CallTelling(
                        tools,
                        names,
                        !Boolean.FALSE.equals(request.parallelToolCalls()),
                        new Signatures(signatures, model),
                        Place.after(translated.contents())));
    }

    @Override
    public ErrorAnswer error(Failure failure) {
        return OpenAiErrors.answer(failure);
    }

    private ChatRequest parse(byte[] body) {
        try {
            return requests.read(body);
        } catch (MalformedJsonException e) {
            if (e.path() == null) {
                throw new Failure.InvalidRequest("The body is not valid JSON: " + e.reason()).asException();
            }
            throw new Failure.InvalidRequest(e.reason(), e.path(), "invalid_value").asException();
        }
    }

    private GenerateContentRequest translate(ChatRequest request, ModelName name, Tools tools, ToolNames names) {
        TextOnly.check(request);
        var model = models.find(name);
        var conversation = Conversation.of(
                request.messagesOrNone(),
                new ToolCalls(names),
                new ToolResults(ThoughtSignature.isNeededBy(name))); // the same models take media in results
        refusePrefill(conversation, models.capabilities(name));
        return new GenerateContentRequest(
                new SignedHistory(new Signatures(signatures, name), name).of(conversation.contents()),
                conversation.systemInstruction(),
                tools.json(),
                ToolChoice.json(request, tools, names),
                null,
                Sampling.of(request, model),
                null,
                null);
    }

    private static void refusePrefill(Conversation conversation, Capabilities model) {
        if (conversation.endsWithModel() && !model.prefill()) {
            var message = "This model does not continue an assistant message: end 'messages' with a user message";
            throw new Failure.InvalidRequest(message, "messages", "invalid_value").asException();
        }
    }

    private static boolean wantsUsage(ChatRequest request) {
        var options = request.streamOptions();
        return options != null && Boolean.TRUE.equals(options.includeUsage());
    }
}
