package io.geminigateway.upstream;

import io.avaje.jsonb.Json;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.BatchEmbedContentsRequest;
import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.EmbedContentRequest;
import io.geminigateway.gemini.EmbedContentResponse;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.Part;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.gemini.WireJson;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How Vertex AI words embeddings: one content per call, the first model by `:predict`, later ones by `:embedContent`
/// with their options apart. Pure.
final class VertexEmbedding {
    private static final String BY_PREDICTION = "gemini-embedding-001";

    private static final WireJson<EmbedContentRequest> REQUEST = WireJson.ofClient(EmbedContentRequest.class);
    private static final WireJson<BatchEmbedContentsRequest> BATCH = WireJson.ofClient(BatchEmbedContentsRequest.class);
    private static final WireJson<EmbedContentResponse> RESPONSE = WireJson.ofGoogle(EmbedContentResponse.class);
    private static final WireJson<Prediction> PREDICTION = WireJson.ofGoogle(Prediction.class);
    private static final WireJson<Predicted> PREDICTED = WireJson.ofGoogle(Predicted.class);
    private static final WireJson<Embedding> EMBEDDING = WireJson.ofGoogle(Embedding.class);

    private VertexEmbedding() {}

    static String verb(GeminiCall call) {
        return isPrediction(call) ? ":predict" : ":embedContent";
    }

    /// The body of an `embedContent` call, in Vertex AI's words.
    static byte[] request(GeminiCall call) {
        return understood(() -> {
            var request = REQUEST.read(ProtoJson.plain(call.body()));
            return isPrediction(call)
                    ? PREDICTION.write(new Prediction(
                            List.of(new Instance(text(request), request.taskType(), request.title())),
                            new Parameters(request.outputDimensionality())))
                    : EMBEDDING.write(new Embedding(
                            request.content(),
                            new Options(request.taskType(), request.title(), request.outputDimensionality())));
        });
    }

    /// The bodies of the `embedContent` calls that this batch is to Vertex AI.
    static List<byte[]> split(byte[] batch) {
        return understood(() -> BATCH.read(ProtoJson.plain(batch)).requests().stream()
                .map(REQUEST::write)
                .toList());
    }

    /// The answer to an `embedContent` call, in the Gemini API's words; one without a vector if it cannot be read.
    static byte[] response(GeminiCall call, byte[] answer) {
        try {
            return isPrediction(call) ? write(predicted(answer)) : answer;
        } catch (MalformedJsonException e) {
            return write(new EmbedContentResponse(null, null, null));
        }
    }

    /// Throws a [MalformedJsonException].
    static EmbedContentResponse read(byte[] response) {
        return RESPONSE.read(response);
    }

    private static EmbedContentResponse predicted(byte[] answer) {
        var predictions = PREDICTED.read(answer).predictions();
        var embeddings = predictions == null || predictions.isEmpty()
                ? null
                : predictions.getFirst().embeddings();
        if (embeddings == null) {
            return new EmbedContentResponse(null, null, null);
        }
        var statistics = embeddings.statistics();
        return new EmbedContentResponse(
                new EmbedContentResponse.Vector(embeddings.values()),
                null,
                statistics == null ? null : tokens(statistics.tokenCount()));
    }

    static byte[] write(EmbedContentResponse response) {
        return RESPONSE.write(response);
    }

    static @Nullable UsageMetadata tokens(@Nullable Integer count) {
        return count == null ? null : new UsageMetadata(count, null, null, null, null, count, null, null);
    }

    private static boolean isPrediction(GeminiCall call) {
        return call.model().value().equals(BY_PREDICTION);
    }

    private static String text(EmbedContentRequest request) {
        return request.content().partsOrNone().stream()
                .map(Part::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /// A body that a client wrote itself may be anything.
    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedJsonException e) {
            throw new RefusedException(UpstreamFailure.of(
                    ErrorType.INVALID_REQUEST, "The request cannot be read: %s".formatted(e.reason())));
        }
    }

    @Json
    record Prediction(List<Instance> instances, Parameters parameters) {}

    @Json
    record Instance(
            String content,
            @Json.Property("task_type") @Nullable String taskType,
            @Nullable String title) {}

    @Json
    record Parameters(@Nullable Integer outputDimensionality) {}

    @Json
    record Predicted(@Nullable List<One> predictions) {}

    @Json
    record One(@Nullable Embeddings embeddings) {}

    @Json
    record Embeddings(
            @Json.Raw @Nullable String values, @Nullable Statistics statistics) {}

    @Json
    record Statistics(
            @Json.Property("token_count") @Nullable Integer tokenCount) {}

    @Json
    record Embedding(Content content, Options embedContentConfig) {}

    @Json
    record Options(
            @Nullable String taskType,
            @Nullable String title,
            @Nullable Integer outputDimensionality) {}
}
