package io.geminigateway.dialect;

import java.time.Instant;
import java.util.List;

/// A dialect of requests that are carried, not read.
public interface Carrier extends Dialect {
    /// What is to be carried, and to whom. Throws a [io.geminigateway.failure.GatewayException] that blames the client.
    Freight freight(Head head);

    /// The headers of Google's answers that are handed on.
    List<String> handedOn();

    /// What the account holds from now on, according to a small answer in JSON.
    List<Kept> kept(byte[] answer, Instant now);

    @Override
    default DialectCall read(Inbound request) {
        throw new IllegalStateException("nothing is read here: see freight()");
    }
}
