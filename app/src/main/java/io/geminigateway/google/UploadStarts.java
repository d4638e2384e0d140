package io.geminigateway.google;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.ResourceRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The first step of an upload: Google is told what will come, and says where to send it.
public final class UploadStarts extends GoogleDialect {
    private static final String PATH = "/upload/v1beta/files";
    private static final String COMMAND = "x-goog-upload-command";
    private static final String PROTOCOL = "x-goog-upload-protocol";
    private static final List<String> SENT = List.of(
            PROTOCOL,
            COMMAND,
            "x-goog-upload-header-content-length",
            "x-goog-upload-header-content-type",
            "x-goog-upload-file-name");

    @Override
    public boolean claims(Head head) {
        return !Uploads.isOne(head);
    }

    @Override
    public DialectCall read(Inbound inbound) {
        var head = inbound.head();
        if (!head.resource().matches("/upload/(?:v1(?:alpha|beta)?/)?files")) {
            throw new Failure.NotFound("Nothing is uploaded there; files go to POST /upload/v1beta/files")
                    .asException();
        }
        var resumable = head.header(PROTOCOL).filter("resumable"::equals).isPresent();
        if (!resumable || head.header(COMMAND).filter("start"::equals).isEmpty()) {
            throw new Failure.InvalidRequest(
                            "An upload begins with the headers 'X-Goog-Upload-Protocol: resumable' and "
                                    + "'X-Goog-Upload-Command: start'")
                    .asException();
        }
        var body = inbound.body().length == 0 ? new byte[] {'{', '}'} : inbound.body();
        ModelMethods.outline(body); // must be JSON
        return new ResourceCall(
                HeldResources.FILES,
                new ResourceRequest(ResourceRequest.Verb.POST, PATH, sent(head)),
                body,
                Set.of(),
                now -> new UploadAnswer(base(head) + PATH, now));
    }

    private static Map<String, String> sent(Head head) {
        var sent = new HashMap<String, String>();
        SENT.forEach(name -> head.header(name).ifPresent(value -> sent.put(name, value)));
        return sent;
    }

    /// How the client reaches this gateway, be it through a proxy that says so.
    private static String base(Head head) {
        var scheme = head.header("x-forwarded-proto").filter("https"::equals).orElse("http");
        var host = head.header("x-forwarded-host").or(() -> head.header("host")).orElse("localhost");
        return scheme + "://" + host;
    }
}
