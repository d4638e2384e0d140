package io.geminigateway.dialect;

import java.util.Map;

/// A failure as an HTTP response. `body` is JSON; `headers` are those beyond the content type.
@SuppressWarnings("ArrayRecordComponent") // written once and dropped; never compared
public record ErrorAnswer(int status, Map<String, String> headers, byte[] body) {
    public ErrorAnswer {
        headers = Map.copyOf(headers);
    }
}
