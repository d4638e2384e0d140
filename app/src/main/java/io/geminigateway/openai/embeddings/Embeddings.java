package io.geminigateway.openai.embeddings;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.BatchEmbedContentsRequest;
import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.EmbedContentRequest;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.Part;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.openai.OpenAiDialect;
import io.geminigateway.openai.OpenAiRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// OpenAI's embeddings on Gemini: one text by `embedContent`, several in batches.
public final class Embeddings implements OpenAiDialect {
    private static final int MOST_TEXTS = 2048;
    private static final int MOST_DIMENSIONS = 3072;
    private static final String WITH_TASKS = "gemini-embedding-001";
    private static final Set<String> TASKS = Set.of(
            "RETRIEVAL_QUERY",
            "RETRIEVAL_DOCUMENT",
            "SEMANTIC_SIMILARITY",
            "CLASSIFICATION",
            "CLUSTERING",
            "QUESTION_ANSWERING",
            "FACT_VERIFICATION",
            "CODE_RETRIEVAL_QUERY");

    private final OpenAiRequests<EmbeddingRequest> requests = OpenAiRequests.of(EmbeddingRequest.class);
    private final WireJson<EmbedContentRequest> single = WireJson.ofClient(EmbedContentRequest.class);
    private final WireJson<BatchEmbedContentsRequest> batch = WireJson.ofClient(BatchEmbedContentsRequest.class);
    private final ModelCatalog models;

    public Embeddings(ModelCatalog models) {
        this.models = models;
    }

    @Override
    public DialectCall read(Inbound inbound) {
        var request = requests.read(inbound.body());
        var model = OpenAiRequests.model(models, request.model(), null);
        var texts = texts(request);
        var dimensions = dimensions(request.dimensions());
        var task = task(request, model);
        var contents = texts.stream()
                .map(text -> new EmbedContentRequest(
                        texts.size() == 1 ? null : "models/" + model,
                        new Content(null, List.of(Part.ofText(text))),
                        task,
                        request.titleOrNull(),
                        dimensions))
                .toList();
        return new EmbeddingCall(
                model,
                texts.size() == 1 ? List.of(single.write(contents.getFirst())) : batches(contents),
                new EmbeddingAnswer.Form(
                        String.valueOf(request.model()), isBase64(request), dimensions != null, sizes(texts)));
    }

    private static List<String> texts(EmbeddingRequest request) {
        if (request.input() == null) {
            throw OpenAiRequests.missing("input");
        }
        var texts = request.input().texts();
        if (texts.isEmpty() || texts.size() > MOST_TEXTS) {
            throw OpenAiRequests.invalid("input", "'input' must hold 1 to %d texts".formatted(MOST_TEXTS));
        }
        if (texts.stream().anyMatch(String::isEmpty)) {
            throw OpenAiRequests.invalid("input", "'input' holds an empty string, and that has no embedding");
        }
        return texts;
    }

    private static @Nullable Integer dimensions(@Nullable Long asked) {
        if (asked == null) {
            return null;
        }
        if (asked < 1 || asked > MOST_DIMENSIONS) {
            throw OpenAiRequests.invalid("dimensions", "'dimensions' must be 1 to %d".formatted(MOST_DIMENSIONS));
        }
        return asked.intValue();
    }

    private static @Nullable String task(EmbeddingRequest request, ModelName model) {
        var asked = request.taskOrNull();
        if (asked == null) {
            return null;
        }
        var task = asked.toUpperCase(Locale.ROOT);
        if (!TASKS.contains(task)) {
            throw OpenAiRequests.invalid("task_type", "'task_type' is none that Gemini knows, such as RETRIEVAL_QUERY");
        }
        if (!model.value().equals(WITH_TASKS)) {
            throw OpenAiRequests.unsupported(
                    "task_type", "'task_type' is for %s only: other models want it in the text".formatted(WITH_TASKS));
        }
        return task;
    }

    private static boolean isBase64(EmbeddingRequest request) {
        return switch (request.encodingFormat()) {
            case null -> false;
            case "float" -> false;
            case "base64" -> true;
            default -> throw OpenAiRequests.invalid("encoding_format", "'encoding_format' must be float or base64");
        };
    }

    private List<byte[]> batches(List<EmbedContentRequest> contents) {
        var bodies = new ArrayList<byte[]>();
        for (var from = 0; from < contents.size(); from += BatchEmbedContentsRequest.AT_MOST) {
            var to = Math.min(contents.size(), from + BatchEmbedContentsRequest.AT_MOST);
            bodies.add(batch.write(new BatchEmbedContentsRequest(contents.subList(from, to))));
        }
        return bodies;
    }

    /// How many texts each call carries, and what they come to in tokens: about four bytes each.
    private static EmbeddingAnswer.Sizes sizes(List<String> texts) {
        var tokens = texts.stream().mapToLong(text -> (text.length() + 3) / 4).sum();
        return new EmbeddingAnswer.Sizes(texts.size(), Math.toIntExact(tokens));
    }
}
