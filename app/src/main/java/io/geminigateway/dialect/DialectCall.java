package io.geminigateway.dialect;

import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.ResourceRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One request in Gemini's language, and the way back. Immutable; safe to hand to another thread once read.
public interface DialectCall {
    ModelName model();

    /// Whether the client asked for a stream.
    boolean streaming();

    /// What to ask of Google.
    default Method method() {
        return streaming() ? Method.STREAM_GENERATE_CONTENT : Method.GENERATE_CONTENT;
    }

    /// The method's request as JSON, without `model`. Read-only: attempts share it.
    byte[] geminiRequest();

    /// One request for each call that this takes; they are made at once and answered as one. Mostly a single one.
    default List<byte[]> geminiRequests() {
        return List.of(geminiRequest());
    }

    /// A key that the requests of one conversation share; empty when nothing is known.
    default String conversation() {
        return "";
    }

    /// Whether Google is to hear the client's own words, and to be believed in what it answers.
    default boolean isVerbatim() {
        return false;
    }

    /// The names of what the request uses that lies with one account: see [io.geminigateway.gemini.HeldNames].
    default Set<String> held() {
        return Set.of();
    }

    /// What is asked of no model, where the [#method] is [Method#RESOURCE].
    default Optional<ResourceRequest> resource() {
        return Optional.empty();
    }

    /// What must be fetched before the request is whole; mostly nothing.
    default Optional<RemoteMedia> remoteMedia() {
        return Optional.empty();
    }

    /// Headers for the answer, beyond its content type.
    default Map<String, String> headers() {
        return Map.of();
    }

    /// A fresh writer for the answer of one attempt. `requestId` is unique to the request; `created` is the answer's
    /// time stamp.
    AnswerWriter answer(String requestId, Instant created);
}
