package io.geminigateway.anthropic.messages;

import io.geminigateway.anthropic.Anthropic;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.prompt.Addresses;
import io.geminigateway.prompt.CountedPrompt;
import io.geminigateway.prompt.RequestBody;
import java.net.URI;
import java.util.Map;

/// `count_tokens`: Google counts, because it is Google's tokens that the request will be made of. Nothing is estimated.
public final class TokenCount implements Anthropic {
    private final RequestBody<MessagesRequest> requests = RequestBody.of(MessagesRequest.class);
    private final GeminiJson gemini = new GeminiJson();
    private final Translation.Translator translator;
    private final boolean fetchesMedia;

    public TokenCount(ModelCatalog models, SignatureStore signatures, boolean fetchesMedia) {
        this.translator = new Translation.Translator(models, signatures);
        this.fetchesMedia = fetchesMedia;
    }

    @Override
    public DialectCall read(Inbound inbound) {
        return call(inbound, requests.read(inbound.body()), Map.of());
    }

    private DialectCall call(Inbound inbound, MessagesRequest request, Map<URI, Blob> fetched) {
        var addresses = new Addresses(fetchesMedia, fetched);
        var translated = translator.translate(request, addresses);
        return new TokenCountCall(
                translated.model(),
                CountedPrompt.of(translated.model(), gemini.write(translated.gemini())),
                Session.key(request, inbound.head(), translated.gemini()),
                addresses.remoteMedia(found -> call(inbound, request, found)));
    }
}
