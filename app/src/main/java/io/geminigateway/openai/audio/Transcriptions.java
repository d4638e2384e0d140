package io.geminigateway.openai.audio;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Form;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.GenerateContentRequest;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.Part;
import io.geminigateway.openai.OpenAiDialect;
import io.geminigateway.openai.OpenAiRequests;
import java.util.List;

/// `/v1/audio/transcriptions` and `/v1/audio/translations`: a model listens, and is asked to write down what it hears.
/// It does not tell when a word was said, so formats that do are refused.
public final class Transcriptions implements OpenAiDialect {
    private final GeminiJson gemini = new GeminiJson();
    private final ModelCatalog models;
    private final boolean intoEnglish;

    private Transcriptions(ModelCatalog models, boolean intoEnglish) {
        this.models = models;
        this.intoEnglish = intoEnglish;
    }

    /// In the language that is spoken.
    public static Transcriptions verbatim(ModelCatalog models) {
        return new Transcriptions(models, false);
    }

    public static Transcriptions intoEnglish(ModelCatalog models) {
        return new Transcriptions(models, true);
    }

    @Override
    public DialectCall read(Inbound inbound) {
        return read(inbound.form()
                .orElseThrow(
                        () -> new Failure.UnsupportedMediaType("Send the file and the model as multipart/form-data")
                                .asException()));
    }

    private DialectCall read(Form form) {
        var spoken = form.text("model").orElse(null);
        var model = OpenAiRequests.model(models, spoken, null);
        var asJson = isJson(form);
        var file = form.all("file").stream().findFirst().orElseThrow(() -> OpenAiRequests.missing("file"));
        var audio = Recording.of(file);
        var parts = List.of(Part.ofMedia(audio, null), Part.ofText(wording(form)));
        var body = gemini.write(new GenerateContentRequest(
                List.of(new Content(Content.USER, parts)), null, null, null, null, null, null, null));
        return new TranscriptionCall(model, body, asJson && isStream(form, String.valueOf(spoken)), asJson);
    }

    private String wording(Form form) {
        var task = intoEnglish
                ? "Translate what is said in this audio into English. Answer with the translation and nothing else."
                : "Write down what is said in this audio, word for word, in the language that is spoken. "
                        + "Answer with the transcript and nothing else.";
        var language = form.text("language").map(code -> " The language is: %s.".formatted(code));
        var hint = form.text("prompt").map(words -> " It may help to know: %s".formatted(words));
        return task + language.orElse("") + hint.orElse("");
    }

    private static boolean isJson(Form form) {
        return switch (form.text("response_format").orElse("json")) {
            case "json" -> true;
            case "text" -> false;
            case "verbose_json", "srt", "vtt", "diarized_json" ->
                throw OpenAiRequests.unsupported(
                        "response_format",
                        "'response_format' must be json or text: Gemini does not tell when a word was said");
            default -> throw OpenAiRequests.invalid("response_format", "'response_format' must be json or text");
        };
    }

    /// OpenAI's first model does not stream, whatever it is told.
    private static boolean isStream(Form form, String spokenModel) {
        return form.text("stream").filter("true"::equalsIgnoreCase).isPresent() && !spokenModel.startsWith("whisper");
    }
}
