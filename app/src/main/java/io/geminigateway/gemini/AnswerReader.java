package io.geminigateway.gemini;

import io.avaje.json.JsonAdapter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what Google answers, for every event of every stream: therefore by hand, where the generated adapters would
/// box, copy and look up more. What is rare is left to them.
final class AnswerReader {
    private static final byte[] NOTHING = {'{', '}'};

    private static final JsonAdapter<PromptFeedback> FEEDBACK = WireJson.adapter(PromptFeedback.class);
    private static final JsonAdapter<Blob> BLOB = WireJson.adapter(Blob.class);
    private static final JsonAdapter<FunctionCall> CALL = WireJson.adapter(FunctionCall.class);
    private static final JsonAdapter<FunctionResponse> RESULT = WireJson.adapter(FunctionResponse.class);

    /// The members of a response that were read so far.
    private static final class Draft {
        private @Nullable List<Candidate> candidates;
        private @Nullable PromptFeedback promptFeedback;
        private @Nullable UsageMetadata usageMetadata;
        private @Nullable String modelVersion;
        private @Nullable String responseId;

        /// `id` is for one that brings none of its own.
        GenerateContentResponse response(@Nullable String id) {
            return new GenerateContentResponse(
                    candidates, promptFeedback, usageMetadata, modelVersion, responseId == null ? id : responseId);
        }
    }

    private AnswerReader() {}

    /// Whatever may stand at the top: an error, Code Assist's envelope around `response`, or the response itself.
    static Reading read(byte[] json, StrictJsonReader in) {
        var top = new Draft();
        Draft inner = null;
        String traceId = null;
        var isError = false;
        var from = 0;
        var to = json.length;
        in.beginObject();
        while (in.hasNextField()) {
            var name = in.nextField();
            switch (name) {
                case "error" -> isError = in.readRawOrNull() != null;
                case "traceId" -> traceId = in.readStringOrNull();
                case "response" -> {
                    if (!in.isNullValue()) {
                        from = in.at();
                        inner = response(in);
                        to = in.at();
                    }
                }
                default -> member(name, top, in);
            }
        }
        in.endObject();
        in.end();
        if (isError) {
            return new Reading.ErrorObject(json);
        }
        if (inner != null) {
            return event(Arrays.copyOfRange(json, from, to), inner.response(traceId));
        }
        return event(traceId == null ? json : NOTHING, top.response(null)); // Code Assist may leave the response out
    }

    private static Reading event(byte[] json, GenerateContentResponse response) {
        return new Reading.Event(new GeminiEvent(json, response));
    }

    private static Draft response(StrictJsonReader in) {
        var draft = new Draft();
        in.beginObject();
        while (in.hasNextField()) {
            member(in.nextField(), draft, in);
        }
        in.endObject();
        return draft;
    }

    private static void member(String name, Draft draft, StrictJsonReader in) {
        switch (name) {
            case "candidates" -> draft.candidates = list(AnswerReader::candidate, in);
            case "promptFeedback" -> draft.promptFeedback = FEEDBACK.fromJson(in);
            case "usageMetadata" -> draft.usageMetadata = usage(in);
            case "modelVersion" -> draft.modelVersion = in.readWordOrNull();
            case "responseId" -> draft.responseId = in.readWordOrNull();
            default -> in.skipValue();
        }
    }

    private static Candidate candidate(StrictJsonReader in) {
        Integer index = null;
        Content content = null;
        String finishReason = null;
        String finishMessage = null;
        String groundingMetadata = null;
        String citationMetadata = null;
        String logprobsResult = null;
        in.beginObject();
        while (in.hasNextField()) {
            switch (in.nextField()) {
                case "index" -> index = in.readIntOrNull();
                case "content" -> content = content(in);
                case "finishReason" -> finishReason = in.readWordOrNull();
                case "finishMessage" -> finishMessage = in.readStringOrNull();
                case "groundingMetadata" -> groundingMetadata = in.readRawOrNull();
                case "citationMetadata" -> citationMetadata = in.readRawOrNull();
                case "logprobsResult" -> logprobsResult = in.readRawOrNull();
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new Candidate(
                index, content, finishReason, finishMessage, groundingMetadata, citationMetadata, logprobsResult);
    }

    private static @Nullable Content content(StrictJsonReader in) {
        if (in.isNullValue()) {
            return null;
        }
        String role = null;
        List<Part> parts = null;
        in.beginObject();
        while (in.hasNextField()) {
            switch (in.nextField()) {
                case "role" -> role = in.readWordOrNull();
                case "parts" -> parts = list(AnswerReader::part, in);
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new Content(role, parts);
    }

    private static Part part(StrictJsonReader in) {
        String text = null;
        Boolean thought = null;
        String thoughtSignature = null;
        Blob inlineData = null;
        String fileData = null;
        FunctionCall functionCall = null;
        FunctionResponse functionResponse = null;
        String executableCode = null;
        String codeExecutionResult = null;
        String mediaResolution = null;
        in.beginObject();
        while (in.hasNextField()) {
            switch (in.nextField()) {
                case "text" -> text = in.readStringOrNull();
                case "thought" -> thought = in.isNullValue() ? null : in.readBoolean();
                case "thoughtSignature" -> thoughtSignature = in.readStringOrNull();
                case "inlineData" -> inlineData = BLOB.fromJson(in);
                case "fileData" -> fileData = in.readRawOrNull();
                case "functionCall" -> functionCall = CALL.fromJson(in);
                case "functionResponse" -> functionResponse = RESULT.fromJson(in);
                case "executableCode" -> executableCode = in.readRawOrNull();
                case "codeExecutionResult" -> codeExecutionResult = in.readRawOrNull();
                case "mediaResolution" -> mediaResolution = in.readRawOrNull();
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new Part(
                text,
                thought,
                thoughtSignature,
                inlineData,
                fileData,
                functionCall,
                functionResponse,
                executableCode,
                codeExecutionResult,
                mediaResolution);
    }

    private static @Nullable UsageMetadata usage(StrictJsonReader in) {
        if (in.isNullValue()) {
            return null;
        }
        Integer prompt = null;
        Integer cached = null;
        Integer candidates = null;
        Integer thoughts = null;
        Integer toolUse = null;
        Integer total = null;
        String promptDetails = null;
        String candidatesDetails = null;
        in.beginObject();
        while (in.hasNextField()) {
            switch (in.nextField()) {
                case "promptTokenCount" -> prompt = in.readIntOrNull();
                case "cachedContentTokenCount" -> cached = in.readIntOrNull();
                case "candidatesTokenCount" -> candidates = in.readIntOrNull();
                case "thoughtsTokenCount" -> thoughts = in.readIntOrNull();
                case "toolUsePromptTokenCount" -> toolUse = in.readIntOrNull();
                case "totalTokenCount" -> total = in.readIntOrNull();
                case "promptTokensDetails" -> promptDetails = in.readRawWordOrNull();
                case "candidatesTokensDetails" -> candidatesDetails = in.readRawOrNull();
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new UsageMetadata(
                prompt, cached, candidates, thoughts, toolUse, total, promptDetails, candidatesDetails);
    }

    /// Most lists of an event hold one thing.
    private static <T> @Nullable List<T> list(Function<StrictJsonReader, T> element, StrictJsonReader in) {
        if (in.isNullValue()) {
            return null;
        }
        List<T> list = List.of();
        in.beginArray();
        if (in.hasNextElement()) {
            list = List.of(element.apply(in));
        }
        if (in.hasNextElement()) {
            list = new ArrayList<>(list);
            do {
                list.add(element.apply(in));
            } while (in.hasNextElement());
        }
        in.endArray();
        return list;
    }
}
