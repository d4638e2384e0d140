package io.geminigateway.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;

/// A form that a client fills in.
final class FormBody {
    private static final String BOUNDARY = "----form";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    FormBody field(String name, String value) {
        return part("name=\"%s\"".formatted(name), value.getBytes(UTF_8));
    }

    FormBody file(String name, String fileName, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), content);
    }

    HttpRequest.Builder post(HttpRequest.Builder request) {
        bytes.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return request.header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()));
    }

    private FormBody part(String parameters, byte[] content) {
        bytes.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, parameters)
                .getBytes(UTF_8));
        bytes.writeBytes(content);
        bytes.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }
}
