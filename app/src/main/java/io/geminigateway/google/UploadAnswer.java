package io.geminigateway.google;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.Kept;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.sse.Bytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Where an upload goes on: not at Google but here, under a name that only who began it knows.
final class UploadAnswer implements AnswerWriter {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final String here;
    private final Instant now;
    private String token = "";
    private String address = "";

    /// `here` is the address of uploads at this gateway.
    UploadAnswer(String here, Instant now) {
        this.here = here;
        this.now = now;
    }

    @Override
    public String contentType() {
        return WholeAnswer.JSON;
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        var url = JsonValue.parse(event.json())
                .asObject()
                .flatMap(answer -> HeldThing.text(answer, "uploadUrl"))
                .orElseThrow(() -> new Failure.UpstreamBroken(
                                ErrorType.UPSTREAM_PROTOCOL, "Google did not say where to upload to")
                        .asException());
        var there = URI.create(url);
        address = there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery());
        token = hidden(url);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of(
                "x-goog-upload-status",
                "active",
                "x-goog-upload-url",
                "%s?%s=%s&upload_protocol=resumable".formatted(here, Uploads.ID, token));
    }

    @Override
    public List<Kept> kept() {
        return List.of(new Kept(Uploads.NAME + token, address, now.plus(HeldThing.LONGEST)));
    }

    @Override
    public void end(Bytes out) {
        // the headers say it all
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("a whole answer fails before anything is sent");
    }

    /// As hard to guess as Google's own address, and tells nothing of it.
    private static String hidden(String url) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return TEXT.encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
