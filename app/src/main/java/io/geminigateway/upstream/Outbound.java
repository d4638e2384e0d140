package io.geminigateway.upstream;

import io.geminigateway.account.Proxy;
import io.geminigateway.gemini.ResourceRequest;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request, ready but for its credential; mostly a POST. `path` includes the query and never holds a secret; the
/// body's pieces are shared by all attempts and never changed.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Outbound(HttpMethod method, Endpoint endpoint, String path, Map<String, String> headers, byte[]... body) {
    Outbound(Endpoint endpoint, String path, byte[]... body) {
        this(HttpMethod.POST, endpoint, path, Map.of(), body);
    }

    static Outbound of(ResourceRequest request, Endpoint endpoint, byte[] body) {
        return new Outbound(
                HttpMethod.valueOf(request.verb().name()),
                endpoint,
                endpoint.prefix() + request.path(),
                request.headers(),
                body);
    }

    Outbound through(@Nullable Proxy proxy) {
        return new Outbound(method, endpoint.through(proxy), path, headers, body);
    }

    boolean hasBody() {
        return method.equals(HttpMethod.POST) || method.equals(HttpMethod.PATCH);
    }

    /// A fresh buffer around the pieces, without a copy: a prompt may be large.
    Buffer buffer() {
        return BufferInternal.buffer(Unpooled.wrappedBuffer(body));
    }
}
