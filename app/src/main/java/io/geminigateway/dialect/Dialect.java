package io.geminigateway.dialect;

import io.geminigateway.failure.Failure;

/// An inbound API: how its requests are read and how its errors look. Pure and thread-safe.
public interface Dialect {
    /// Reads one request body and translates it. The only way to fail is a [io.geminigateway.failure.GatewayException]
    /// that blames the client: nothing upstream has heard of the request yet.
    DialectCall read(byte[] body);

    /// The whole response for a failure, while nothing has been sent yet.
    ErrorAnswer error(Failure failure);
}
