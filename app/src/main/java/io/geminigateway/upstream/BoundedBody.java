package io.geminigateway.upstream;

import io.geminigateway.sse.Bytes;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;

/// The body of a small answer, or as much of it as came in time and under a limit. `whole` unless it was
/// cut short.
@SuppressWarnings("ArrayRecordComponent") // never compared
record BoundedBody(byte[] bytes, boolean whole) {
    /// Never fails: a body that breaks off is as long as it got. Leaves the rest of a longer one unread.
    static Future<BoundedBody> of(HttpClientResponse response, int limit, Duration atMost, Watchdog watchdog) {
        Promise<BoundedBody> promise = Promise.promise();
        var bytes = new Bytes();
        watchdog.await(atMost, () -> promise.tryComplete(new BoundedBody(bytes.take(), false)));
        response.exceptionHandler(_ -> promise.tryComplete(new BoundedBody(bytes.take(), true)));
        response.endHandler(_ -> promise.tryComplete(new BoundedBody(bytes.take(), true)));
        response.handler(buffer -> {
            append(buffer, bytes, limit);
            if (bytes.length() >= limit) {
                promise.tryComplete(new BoundedBody(bytes.take(), false));
            }
        });
        return promise.future().onComplete(_ -> watchdog.stop());
    }

    private static void append(Buffer buffer, Bytes bytes, int limit) {
        var room = Math.min(buffer.length(), limit - bytes.length());
        if (room > 0) {
            bytes.write(buffer.getBytes(0, room));
        }
    }
}
