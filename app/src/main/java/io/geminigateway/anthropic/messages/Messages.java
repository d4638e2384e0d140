package io.geminigateway.anthropic.messages;

import io.geminigateway.answer.AnswerShape;
import io.geminigateway.answer.CallTelling;
import io.geminigateway.anthropic.Anthropic;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.HeldNames;
import io.geminigateway.gemini.Model;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.Place;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.prompt.Addresses;
import io.geminigateway.prompt.Prefill;
import io.geminigateway.prompt.RequestBody;
import java.net.URI;
import java.util.Map;

/// Anthropic's Messages on Gemini.
public final class Messages implements Anthropic {
    private final RequestBody<MessagesRequest> requests = RequestBody.of(MessagesRequest.class);
    private final GeminiJson gemini = new GeminiJson();
    private final ModelCatalog models;
    private final Translation.Translator translator;
    private final boolean fetchesMedia;

    /// `signatures` are kept for clients that lose them; `fetchesMedia`: whether remote media may be fetched.
    public Messages(ModelCatalog models, SignatureStore signatures, boolean fetchesMedia) {
        this.models = models;
        this.translator = new Translation.Translator(models, signatures);
        this.fetchesMedia = fetchesMedia;
    }

    @Override
    public DialectCall read(Inbound inbound) {
        return call(requests.read(inbound.body()), inbound.head(), Map.of());
    }

    private MessageCall call(MessagesRequest request, Head head, Map<URI, Blob> fetched) {
        var addresses = new Addresses(fetchesMedia, fetched);
        var translated = translator.translate(request, addresses);
        var model = translated.model();
        Prefill.check(translated.gemini().contents(), models.capabilities(model), "messages");
        return new MessageCall(
                model,
                Boolean.TRUE.equals(request.stream()),
                gemini.write(translated.gemini()),
                Session.key(request, head, translated.gemini()),
                HeldNames.in(translated.gemini()),
                translated.dropped().headers(),
                new CallTelling(
                        translated.names(),
                        request.takesManyCalls(),
                        translated.signatures(),
                        Place.after(translated.gemini().contents()),
                        "toolu_"),
                AnswerShape.of(translated.gemini(), true), // there is no block for a picture in an answer
                new MessageCall.Terms(
                        String.valueOf(request.model()),
                        model,
                        ThinkingChoice.isAskedFor(request),
                        translated.limit(),
                        models.find(model).map(Model::inputTokenLimit).orElse(0)),
                addresses.remoteMedia(found -> call(request, head, found)));
    }
}
