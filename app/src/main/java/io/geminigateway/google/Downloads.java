package io.geminigateway.google;

import io.geminigateway.dialect.Carrier;
import io.geminigateway.dialect.Freight;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Kept;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.HeldNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The bytes of a file that Google made: `GET /v1beta/files/{file}:download?alt=media`.
public final class Downloads extends GoogleDialect implements Carrier {
    private static final String DOWNLOAD = ":download";

    @Override
    public boolean claims(Head head) {
        return head.resource().endsWith(DOWNLOAD);
    }

    @Override
    public Freight freight(Head head) {
        var called = head.below("/");
        var name = called.substring(0, called.length() - DOWNLOAD.length());
        if (!HeldNames.isFile(name)) {
            throw new Failure.NotFound("There is no such file").asException();
        }
        return new Freight(name, "/v1beta/" + name + DOWNLOAD + "?alt=media", Map.of());
    }

    @Override
    public List<String> handedOn() {
        return List.of("content-length", "content-disposition");
    }

    @Override
    public List<Kept> kept(byte[] answer, Instant now) {
        return List.of(); // whatever a file says of itself, it is no description
    }
}
