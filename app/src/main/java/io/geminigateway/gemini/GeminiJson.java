package io.geminigateway.gemini;

import java.util.Arrays;

/// Gemini's records from bytes and back. Thread-safe.
public final class GeminiJson {
    private static final String RESPONSE = "response";
    private static final byte[] NOTHING = {'{', '}'};

    private final WireJson<GeminiEnvelope> answers = WireJson.ofGoogle(GeminiEnvelope.class);
    private final WireJson<GenerateContentRequest> requests = WireJson.ofClient(GenerateContentRequest.class);
    private final NameCache names = new NameCache();

    /// Reads the data of one event, a whole unstreamed answer, or what a failed stream left behind. Takes off the
    /// envelope of Code Assist and a list around a single object. Never throws.
    public Reading read(byte[] json) {
        try {
            var unlisted = unlisted(json);
            var envelope = answers.read(unlisted);
            if (envelope.error() != null) {
                return new Reading.ErrorObject(unlisted);
            }
            return new Reading.Event(event(unlisted, envelope));
        } catch (MalformedJsonException e) {
            return new Reading.Malformed(e.reason());
        }
    }

    public byte[] write(GenerateContentRequest request) {
        return requests.write(request);
    }

    private GeminiEvent event(byte[] json, GeminiEnvelope envelope) {
        var inner = envelope.response();
        if (inner == null) {
            return new GeminiEvent(
                    envelope.traceId() == null ? json : NOTHING, // Code Assist may leave the response out
                    new GenerateContentResponse(
                            envelope.candidates(),
                            envelope.promptFeedback(),
                            envelope.usageMetadata(),
                            envelope.modelVersion(),
                            envelope.responseId()));
        }
        var id = inner.responseId() == null ? envelope.traceId() : inner.responseId();
        return new GeminiEvent(
                member(json, RESPONSE),
                new GenerateContentResponse(
                        inner.candidates(), inner.promptFeedback(), inner.usageMetadata(), inner.modelVersion(), id));
    }

    /// The bytes of a top-level member, of an object that was read before.
    private byte[] member(byte[] json, String name) {
        var scanner = new JsonScanner(json);
        scanner.peek();
        scanner.open(true);
        var found = json;
        while (scanner.hasNext()) {
            var member = scanner.name(names);
            scanner.peek();
            var from = scanner.at();
            scanner.skip();
            if (member.equals(name)) {
                found = Arrays.copyOfRange(json, from, scanner.at());
            }
        }
        return found;
    }

    private static byte[] unlisted(byte[] json) {
        var scanner = new JsonScanner(json);
        if (scanner.peek() != '[') {
            return json;
        }
        scanner.open(false);
        if (!scanner.hasNext()) {
            throw JsonScanner.malformed("it is an empty list");
        }
        scanner.peek();
        var from = scanner.at();
        scanner.skip();
        var to = scanner.at();
        scanner.close();
        scanner.end();
        return Arrays.copyOfRange(json, from, to);
    }
}
