package io.geminigateway.openai.images;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.GenerateContentRequest;
import io.geminigateway.gemini.GenerationConfig;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.Part;
import io.geminigateway.openai.OpenAiRequests;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What both endpoints have in common: words, perhaps images, and a call that gives one image.
final class Drawing {
    private static final String USUAL_MODEL = "gpt-image-1";
    private static final int MOST_ANSWERS = 10;
    private static final List<String> MODALITIES = List.of("TEXT", "IMAGE");

    private final GeminiJson gemini = new GeminiJson();
    private final ModelCatalog models;

    Drawing(ModelCatalog models) {
        this.models = models;
    }

    DialectCall call(ImageRequest request, List<Blob> images) {
        var model = OpenAiRequests.model(models, request.model(), USUAL_MODEL);
        if (Boolean.TRUE.equals(request.stream())) {
            throw OpenAiRequests.unsupported("stream", "'stream' is not possible: Gemini sends an image in one piece");
        }
        var prompt = request.prompt();
        if (prompt == null || prompt.isBlank()) {
            throw OpenAiRequests.missing("prompt");
        }
        var parts = new ArrayList<Part>();
        images.forEach(image -> parts.add(part(image)));
        parts.add(Part.ofText(prompt));
        var body = gemini.write(new GenerateContentRequest(
                List.of(new Content(Content.USER, parts)),
                null,
                null,
                null,
                null,
                config(Canvas.of(request, model).json()),
                null,
                null));
        return new ImageCall(model, body, answers(request.n()), wantsUrl(request.responseFormat()));
    }

    private static int answers(@Nullable Long n) {
        if (n == null) {
            return 1;
        }
        if (n < 1 || n > MOST_ANSWERS) {
            throw OpenAiRequests.invalid("n", "'n' must be 1 to %d".formatted(MOST_ANSWERS));
        }
        return n.intValue();
    }

    private static boolean wantsUrl(@Nullable String format) {
        return switch (format) {
            case null -> false;
            case "b64_json" -> false;
            case "url" -> true;
            default -> throw OpenAiRequests.invalid("response_format", "'response_format' must be b64_json or url");
        };
    }

    private static Part part(Blob image) {
        return Part.ofMedia(image, null);
    }

    private static GenerationConfig config(@Nullable String imageConfig) {
        return new GenerationConfig(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                MODALITIES,
                null,
                imageConfig,
                null,
                null);
    }
}
