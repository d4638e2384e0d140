package io.geminigateway.dialect;

import io.geminigateway.failure.Failure;

/// An inbound API: how its requests are read and how its errors look. Pure and thread-safe.
public interface Dialect {
    /// Whose API it is, or belongs to.
    Family family();

    /// Reads one request and translates it. The only way to fail is a [io.geminigateway.failure.GatewayException]
    /// that blames the client: nothing upstream has heard of the request yet.
    DialectCall read(Inbound request);

    /// The same for a request of which only the body tells anything.
    default DialectCall read(byte[] body) {
        return read(new Inbound(Head.NONE, body));
    }

    /// Whether reading the request takes so long that it must hold up nobody else, though its body is short.
    default boolean takesLong(Inbound request) {
        return false;
    }

    /// Whether a request is in this dialect, where a path belongs to several, or to none.
    default boolean claims(Head head) {
        return true;
    }

    /// The whole response for a failure, while nothing has been sent yet.
    ErrorAnswer error(Failure failure);

    /// The same, where it depends on how the client asked.
    default ErrorAnswer error(Failure failure, Head head) {
        return error(failure);
    }
}
