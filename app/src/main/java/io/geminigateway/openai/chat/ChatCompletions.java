package io.geminigateway.openai.chat;

import io.geminigateway.answer.AnswerShape;
import io.geminigateway.answer.CallTelling;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.GenerateContentRequest;
import io.geminigateway.gemini.HeldNames;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.Place;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.gemini.Signatures;
import io.geminigateway.gemini.SignedHistory;
import io.geminigateway.gemini.ThoughtSignature;
import io.geminigateway.gemini.ToolNames;
import io.geminigateway.openai.OpenAiDialect;
import io.geminigateway.openai.OpenAiRequests;
import io.geminigateway.prompt.Addresses;
import io.geminigateway.prompt.ConversationKey;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.Media;
import io.geminigateway.prompt.Prefill;
import java.net.URI;
import java.util.Map;

/// OpenAI's chat completions on Gemini.
public final class ChatCompletions implements OpenAiDialect {
    private final OpenAiRequests<ChatRequest> requests = OpenAiRequests.of(ChatRequest.class);
    private final GeminiJson gemini = new GeminiJson();
    private final ModelCatalog models;
    private final SignatureStore signatures;
    private final ChatSettings settings;

    /// `signatures` are kept for clients that lose them.
    public ChatCompletions(ModelCatalog models, SignatureStore signatures) {
        this(models, signatures, ChatSettings.STANDARD);
    }

    public ChatCompletions(ModelCatalog models, SignatureStore signatures, ChatSettings settings) {
        this.models = models;
        this.signatures = signatures;
        this.settings = settings;
    }

    @Override
    public DialectCall read(Inbound inbound) {
        return call(requests.read(inbound.body()), Map.of());
    }

    /// The same for a chat that was worded elsewhere; `fetched` are the remote media that are there already.
    public ChatCall call(ChatRequest request, Map<URI, Blob> fetched) {
        var spokenModel = request.model();
        if (spokenModel == null || spokenModel.isBlank()) {
            throw new Failure.InvalidRequest("'model' is missing", "model", "missing_required_parameter").asException();
        }
        var model = models.resolve(spokenModel);
        var names = new ToolNames();
        var tools = Tools.of(request, names);
        var dropped = new Dropped();
        var addresses = new Addresses(settings.fetchesMedia(), fetched);
        var translated = translate(
                request,
                model,
                tools,
                names,
                new MediaParts(new Media(models.capabilities(model), dropped, addresses)),
                dropped);
        return new ChatCall(
                model,
                Boolean.TRUE.equals(request.stream()),
                gemini.write(translated),
                conversation(request, translated),
                HeldNames.in(translated),
                spokenModel,
                wantsUsage(request),
                dropped.headers(),
                new CallTelling(
                        names,
                        !Boolean.FALSE.equals(request.parallelToolCalls()) && !tools.isOldStyle(),
                        new Signatures(signatures, model),
                        Place.after(translated.contents()),
                        "call_"),
                tools,
                AnswerShape.of(translated, settings.picturesAsText()),
                request.audio() == null || !"pcm16".equals(request.audio().format()),
                ChatSampling.answers(request.n()),
                addresses.remoteMedia(found -> call(request, found)));
    }

    private GenerateContentRequest translate(
            ChatRequest request, ModelName name, Tools tools, ToolNames names, MediaParts media, Dropped dropped) {
        var model = models.capabilities(name);
        var google = GoogleExtras.of(request);
        var conversation = Conversation.of(
                request.messagesOrNone(),
                new ToolCalls(names),
                new ToolResults(ThoughtSignature.isNeededBy(name), dropped), // the same models take media in results
                media);
        Prefill.check(conversation.contents(), model, "messages");
        return new GenerateContentRequest(
                new SignedHistory(new Signatures(signatures, name), name).of(conversation.contents()),
                conversation.systemInstruction(),
                BuiltInTools.add(request, google, model, tools.json(), dropped),
                ToolChoice.json(request, tools, names),
                google.safetySettings(),
                Generation.of(request, models.find(name), model, tools.json() != null, google, dropped),
                google.cachedContent(model),
                ServiceTier.of(request));
    }

    /// The client's own word for the conversation, the most exact first; else how it began.
    private static String conversation(ChatRequest request, GenerateContentRequest translated) {
        return ConversationKey.ofWord('k', request.promptCacheKey())
                .or(() -> ConversationKey.ofWord('u', request.user()))
                .or(() -> ConversationKey.ofWord('s', request.safetyIdentifier()))
                .orElseGet(() -> ConversationKey.ofBeginning(translated));
    }

    private static boolean wantsUsage(ChatRequest request) {
        var options = request.streamOptions();
        return options != null && Boolean.TRUE.equals(options.includeUsage());
    }
}
