package io.geminigateway.media;

import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.MediaType;
import io.geminigateway.gemini.Utf8;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an address answered with: a medium of bounded size, or nothing that we take.
final class MediaAnswer {
    private static final int OK = 200;

    private final URI uri;
    private final int limit;
    private final ByteBudget budget;
    private final Buffer body = Buffer.buffer();

    MediaAnswer(URI uri, int limit, ByteBudget budget) {
        this.uri = uri;
        this.limit = limit;
        this.budget = budget;
    }

    Future<Blob> read(HttpClientResponse response) {
        var whole = Promise.<Blob>promise();
        response.exceptionHandler(whole::tryFail);
        if (response.statusCode() != OK) {
            return refused("it answers with the status %d".formatted(response.statusCode()));
        }
        var declared = type(response.getHeader("content-type"));
        response.handler(piece -> {
            if (body.length() + piece.length() > limit || !budget.spend(piece.length())) {
                response.pause();
                whole.tryFail(failure("it is too large; the limit is %d MiB".formatted(limit >> 20)));
            } else {
                body.appendBuffer(piece);
            }
        });
        response.endHandler(_ -> {
            var bytes = body.getBytes();
            var type = MediaType.ofBytes(bytes).orElse(declared);
            if (isMedia(type)) {
                whole.tryComplete(new Blob(type, Utf8.base64(bytes, 0, bytes.length)));
            } else {
                whole.tryFail(failure("it is no picture, sound, film or PDF"));
            }
        });
        return whole.future();
    }

    private static boolean isMedia(String type) {
        return type.startsWith("image/")
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || type.equals("application/pdf");
    }

    private static String type(@Nullable String header) {
        var value = header == null ? "" : header.toLowerCase(Locale.ROOT);
        var end = value.indexOf(';');
        var type = (end < 0 ? value : value.substring(0, end)).strip();
        return type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") ? type : "";
    }

    private Future<Blob> refused(String why) {
        return Future.failedFuture(failure(why));
    }

    private RuntimeException failure(String why) {
        return MediaFetcher.refused("'%s' cannot be fetched: %s".formatted(MediaFetcher.shown(uri), why));
    }
}
