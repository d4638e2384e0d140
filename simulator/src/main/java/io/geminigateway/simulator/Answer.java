package io.geminigateway.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What goes over the wire: a head and a body of events. A whole body is one event of known length; a
/// streamed one is made while it is written and may never end.
record Answer(int status, Map<String, String> headers, Iterator<Buffer> events, OptionalLong length) {
    static Answer whole(int status, String contentType, String body) {
        return whole(status, Map.of("content-type", contentType), body);
    }

    static Answer whole(int status, Map<String, String> headers, String body) {
        var bytes = Buffer.buffer(body);
        return new Answer(status, headers, List.of(bytes).iterator(), OptionalLong.of(bytes.length()));
    }

    static Answer bytes(String contentType, Buffer body) {
        return new Answer(
                200, Map.of("content-type", contentType), List.of(body).iterator(), OptionalLong.of(body.length()));
    }

    static Answer streamed(Map<String, String> headers, Iterator<Buffer> events) {
        return new Answer(200, headers, events, OptionalLong.empty());
    }

    static Answer of(Refusal refusal) {
        return whole(refusal.status(), refusal.contentType(), refusal.body());
    }

    static Answer json(JsonObject body) {
        return of(Refusal.json(200, body));
    }

    static Answer html(int status, String page) {
        return whole(status, "text/html; charset=UTF-8", page);
    }

    static Answer redirect(String location) {
        return whole(302, Map.of("location", location), "");
    }

    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, events, length);
    }
}
