package io.geminigateway.openai.images;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.openai.OpenAiDialect;
import io.geminigateway.openai.OpenAiRequests;
import java.util.List;

/// `/v1/images/generations`: an image from words.
public final class ImageGenerations implements OpenAiDialect {
    private final OpenAiRequests<ImageRequest> requests = OpenAiRequests.of(ImageRequest.class);
    private final Drawing drawing;

    public ImageGenerations(ModelCatalog models) {
        drawing = new Drawing(models);
    }

    @Override
    public DialectCall read(Inbound inbound) {
        return drawing.call(requests.read(inbound.body()), List.of());
    }
}
