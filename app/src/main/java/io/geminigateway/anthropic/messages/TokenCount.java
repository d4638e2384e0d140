package io.geminigateway.anthropic.messages;

import io.geminigateway.anthropic.Anthropic;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.GenerateContentRequest;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.prompt.Addresses;
import io.geminigateway.prompt.RequestBody;
import io.geminigateway.sse.Bytes;
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
                counted(translated),
                Session.key(request, inbound.head(), translated.gemini()),
                addresses.remoteMedia(found -> call(inbound, request, found)));
    }

    /// The request as part of another, as the Gemini API has it. How to generate costs no tokens.
    private byte[] counted(Translation translated) {
        var whole = translated.gemini();
        var prompt = gemini.write(new GenerateContentRequest(
                whole.contents(),
                whole.systemInstruction(),
                whole.tools(),
                whole.toolConfig(),
                null,
                null,
                null,
                null));
        var out = new Bytes(prompt.length + 128);
        out.append("{\"generateContentRequest\":{\"model\":\"models/%s\",".formatted(translated.model()));
        out.write(prompt, 1, prompt.length - 1);
        out.append("}");
        return out.take();
    }
}
