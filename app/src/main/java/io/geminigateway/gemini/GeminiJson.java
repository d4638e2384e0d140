package io.geminigateway.gemini;

import java.util.Arrays;

/// Gemini's records from bytes and back. Thread-safe.
public final class GeminiJson {
    private final WireJson<GenerateContentRequest> requests = WireJson.ofClient(GenerateContentRequest.class);
    private final NameCache names = new NameCache();
    private final NameCache words = new NameCache();

    /// Reads the data of one event, a whole unstreamed answer, or what a failed stream left behind. Takes off the
    /// envelope of Code Assist and a list around a single object. Never throws.
    public Reading read(byte[] json) {
        try {
            var unlisted = unlisted(json);
            return AnswerReader.read(unlisted, StrictJsonReader.ofGoogle(unlisted, names, words));
        } catch (MalformedJsonException e) {
            return new Reading.Malformed(e.reason());
        }
    }

    public byte[] write(GenerateContentRequest request) {
        return requests.write(request);
    }

    private static byte[] unlisted(byte[] json) {
        var start = JsonBytes.endOfBlanks(json, 0);
        if (start == json.length || json[start] != '[') {
            return json;
        }
        var scanner = new JsonScanner(json);
        scanner.peek();
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
