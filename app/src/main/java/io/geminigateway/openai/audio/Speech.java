package io.geminigateway.openai.audio;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.GenerateContentRequest;
import io.geminigateway.gemini.GenerationConfig;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.Part;
import io.geminigateway.openai.OpenAiDialect;
import io.geminigateway.openai.OpenAiRequests;
import io.geminigateway.prompt.Dropped;
import java.util.List;

/// `/v1/audio/speech`: Gemini speaks raw samples, so a client may have those, or a WAV file of them. MP3 would take an
/// encoder; but it is OpenAI's default, and many clients ask for it without a thought: they get WAV too, and are told.
public final class Speech implements OpenAiDialect {
    private static final String USUAL_MODEL = "tts-1";

    private final OpenAiRequests<SpeechRequest> requests = OpenAiRequests.of(SpeechRequest.class);
    private final GeminiJson gemini = new GeminiJson();
    private final ModelCatalog models;

    public Speech(ModelCatalog models) {
        this.models = models;
    }

    @Override
    public DialectCall read(Inbound inbound) {
        var request = requests.read(inbound.body());
        var model = OpenAiRequests.model(models, request.model(), USUAL_MODEL);
        var dropped = new Dropped();
        var format = format(request, dropped);
        dropped.addIf(request.speed() != null && request.speed() != 1, "speed");
        var generate = new GenerateContentRequest(
                List.of(new Content(Content.USER, List.of(Part.ofText(text(request))))),
                null,
                null,
                null,
                null,
                config(Voice.of(request.voice())),
                null,
                null);
        return new SpeechCall(model, gemini.write(generate), format, dropped.headers());
    }

    private static String text(SpeechRequest request) {
        var input = request.input();
        if (input == null || input.isBlank()) {
            throw OpenAiRequests.missing("input");
        }
        var manner = request.instructions();
        return manner == null || manner.isBlank() ? input : "%s\n\n%s".formatted(manner.strip(), input);
    }

    private static AudioFormat format(SpeechRequest request, Dropped dropped) {
        if ("sse".equals(request.streamFormat())) {
            throw OpenAiRequests.unsupported("stream_format", "'stream_format' can only be audio");
        }
        return switch (request.responseFormat()) {
            case null -> AudioFormat.WAV;
            case "wav" -> AudioFormat.WAV;
            case "mp3" -> {
                dropped.add("response_format");
                yield AudioFormat.WAV;
            }
            case "pcm" -> AudioFormat.PCM;
            default ->
                throw OpenAiRequests.unsupported(
                        "response_format", "'response_format' must be wav or pcm: Gemini's speech is not compressed");
        };
    }

    private static GenerationConfig config(Voice voice) {
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
                List.of("AUDIO"),
                voice.json(),
                null,
                null,
                null);
    }
}
