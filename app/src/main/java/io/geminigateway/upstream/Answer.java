package io.geminigateway.upstream;

import io.geminigateway.account.Backend;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.Reading;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.OversizedEventException;
import io.geminigateway.sse.SseReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The body of a 200: tells its events as they come, and what is wrong with it. Pure; one thread at a time.
/// After the first failure it tells nothing more.
final class Answer {
    private static final int LARGEST = 64 * 1024 * 1024;

    private static final GenerateContentResponse NOTHING = new GenerateContentResponse(null, null, null, null, null);

    private final boolean streaming;
    private final boolean resource;
    private final @Nullable String uploadUrl;
    private final Backend backend;
    private final GeminiJson json;
    private final ErrorClassifier classifier;
    private final Consumer<GeminiEvent> events;
    private final SseReader stream = new SseReader(this::data);
    private final Bytes whole = new Bytes(0);
    private final Completeness completeness;

    private @Nullable UpstreamFailure failure;
    private long received;
    private int told;

    Answer(Method method, Backend backend, GeminiJson json, ErrorClassifier classifier, Consumer<GeminiEvent> events) {
        this(method, null, backend, json, classifier, events);
    }

    /// `uploadUrl` is where Google says that an upload goes on: that is the answer then, for the body is empty.
    Answer(
            Method method,
            @Nullable String uploadUrl,
            Backend backend,
            GeminiJson json,
            ErrorClassifier classifier,
            Consumer<GeminiEvent> events) {
        this.streaming = method.isStream();
        this.resource = method == Method.RESOURCE;
        this.uploadUrl = uploadUrl;
        this.completeness = new Completeness(method);
        this.backend = backend;
        this.json = json;
        this.classifier = classifier;
        this.events = events;
    }

    /// Whether a body of this content type can be an answer, or an error in the place of one.
    boolean canBe(@Nullable String contentType) {
        if (contentType == null || uploadUrl != null) {
            return true;
        }
        var type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("application/json") || (streaming && type.startsWith("text/event-stream"));
    }

    /// Takes in the next bytes; what they hold of events has been told when this returns.
    Optional<UpstreamFailure> read(byte[] bytes, int offset, int length) {
        received += length;
        if (received > LARGEST) {
            failure = tooLarge();
        } else if (streaming) {
            feed(bytes, offset, length);
        } else {
            whole.write(bytes, offset, length);
        }
        return Optional.ofNullable(failure);
    }

    /// The body is over, properly or not: what was held back is told, and whether the answer is complete.
    Optional<UpstreamFailure> end(boolean cut) {
        if (failure == null && !completeness.isComplete()) {
            last(cut);
        }
        if (failure == null) {
            failure = verdict(cut).orElse(null);
        }
        return Optional.ofNullable(failure);
    }

    int told() {
        return told;
    }

    /// Whether nothing more is needed; usage may still follow.
    boolean isComplete() {
        return completeness.isComplete();
    }

    private void feed(byte[] bytes, int offset, int length) {
        try {
            stream.feed(bytes, offset, length);
        } catch (OversizedEventException tooLarge) {
            failure = tooLarge();
        }
    }

    private void data(byte[] data) {
        if (failure != null) {
            return;
        }
        if (resource) {
            tell(new GeminiEvent(data, NOTHING)); // a file may well have an error of its own
            return;
        }
        switch (json.read(data)) {
            case Reading.Event event -> tell(event.event());
            case Reading.ErrorObject error -> failure = completeness.isComplete() ? null : classified(error.json());
            case Reading.Malformed malformed ->
                failure = completeness.isComplete() ? null : garbage(malformed.reason());
        }
    }

    private void tell(GeminiEvent event) {
        told++;
        completeness.note(event.response());
        events.accept(event);
    }

    private void last(boolean cut) {
        if (!streaming) {
            if (!cut && !whole.isEmpty()) {
                data(whole.take());
            } else if (!cut && resource) {
                tell(new GeminiEvent(announced(), NOTHING));
            }
            return;
        }
        if (!cut) {
            stream.end();
        }
        if (failure == null && !completeness.isComplete()) {
            var stray = new String(stream.stray(), StandardCharsets.UTF_8);
            failure = GoogleError.read(stray).map(this::classified).orElse(null);
        }
    }

    private byte[] announced() {
        var object = uploadUrl == null
                ? JsonValue.Members.NONE
                : JsonValue.Members.NONE.with("uploadUrl", JsonValue.of(uploadUrl));
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Optional<UpstreamFailure> verdict(boolean cut) {
        if (completeness.isComplete()) {
            return completeness.shortfall();
        }
        if (cut) {
            return Optional.of(UpstreamFailure.of(ErrorType.UPSTREAM_RESET, "Google broke the answer off."));
        }
        return Optional.of(
                told == 0
                        ? garbage("it holds no event")
                        : UpstreamFailure.of(
                                ErrorType.UPSTREAM_TRUNCATED, "Google's answer ended before it was complete."));
    }

    private UpstreamFailure classified(byte[] error) {
        return classified(
                GoogleError.read(new String(error, StandardCharsets.UTF_8)).orElse(GoogleError.NONE));
    }

    private UpstreamFailure classified(GoogleError error) {
        return classifier.classify(backend, 200, error, null);
    }

    private static UpstreamFailure garbage(String reason) {
        return UpstreamFailure.of(ErrorType.UPSTREAM_PROTOCOL, "Google's answer cannot be read: " + reason + ".");
    }

    private static UpstreamFailure tooLarge() {
        return UpstreamFailure.of(ErrorType.UPSTREAM_TOO_LARGE, "Google's answer is larger than this gateway takes.");
    }
}
