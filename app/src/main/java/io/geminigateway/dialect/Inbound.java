package io.geminigateway.dialect;

import java.util.Optional;

/// A request as it came in. The body is not to be changed.
@SuppressWarnings("ArrayRecordComponent") // owned by the request; never compared
public record Inbound(Head head, byte[] body) {
    /// The body as a form, where it is announced as one. Throws a [io.geminigateway.failure.GatewayException] that
    /// blames the client for a form that cannot be read.
    public Optional<Form> form() {
        return head.header("content-type")
                .filter(Multipart::isForm)
                .map(contentType -> Multipart.read(contentType, body));
    }
}
