package io.geminigateway.google;

import io.geminigateway.dialect.Carrier;
import io.geminigateway.dialect.Freight;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Kept;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/// The bytes of a file, in one piece or several, on their way to the account where the upload began.
public final class Uploads extends GoogleDialect implements Carrier {
    /// Names the upload in the query, as at Google.
    static final String ID = "upload_id";

    static final String NAME = "uploads/";

    private static final List<String> SENT = List.of(
            "content-length",
            "content-type",
            "x-goog-upload-command",
            "x-goog-upload-offset",
            "x-goog-upload-protocol",
            "x-goog-upload-header-content-length",
            "x-goog-upload-header-content-type");
    private static final List<String> HANDED_ON = List.of(
            "x-goog-upload-status",
            "x-goog-upload-size-received",
            "x-goog-upload-chunk-granularity",
            "x-goog-upload-header-content-length",
            "x-goog-upload-header-content-type");

    static boolean isOne(Head head) {
        return head.parameter(ID).isPresent();
    }

    @Override
    public boolean claims(Head head) {
        return isOne(head);
    }

    @Override
    public Freight freight(Head head) {
        var headers = new HashMap<String, String>();
        SENT.forEach(name -> head.header(name).ifPresent(value -> headers.put(name, value)));
        return new Freight(NAME + head.parameter(ID).orElse(""), "", headers);
    }

    @Override
    public List<String> handedOn() {
        return HANDED_ON;
    }

    @Override
    public List<Kept> kept(byte[] answer, Instant now) {
        return HeldThing.in(answer, now);
    }
}
