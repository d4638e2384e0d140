package io.geminigateway.upstream;

import io.vertx.core.http.HttpClientRequest;

/// A request that has its connection and is still to be sent. `first` if nobody has used that connection
/// before.
record Opened(HttpClientRequest request, boolean first) {}
