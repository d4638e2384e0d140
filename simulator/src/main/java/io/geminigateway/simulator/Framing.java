package io.geminigateway.simulator;

import io.vertx.core.buffer.Buffer;
import java.util.Iterator;
import java.util.Map;

/// How response objects become a body.
enum Framing {
    WHOLE,
    EVENTS,
    ARRAY;

    private static final String JSON = "application/json; charset=UTF-8";

    /// `?alt=sse` decides how a stream is framed.
    static Framing of(Entry.Kind kind, Form query) {
        if (kind != Entry.Kind.STREAM) {
            return WHOLE;
        }
        return query.get("alt").equals("sse") ? EVENTS : ARRAY;
    }

    Answer answer(Iterator<String> responses) {
        return switch (this) {
            case WHOLE -> Answer.whole(200, JSON, responses.next() + "\n");
            case EVENTS -> Answer.streamed(Map.of("content-type", "text/event-stream"), new Events(responses));
            case ARRAY -> Answer.streamed(Map.of("content-type", JSON), new Elements(responses));
        };
    }

    Answer answer(Refusal refusal) {
        return Answer.of(this == ARRAY ? refusal.inArray() : refusal);
    }

    /// Server-sent events as Google ends them; an object of several lines becomes an event of several `data:` lines.
    private record Events(Iterator<String> responses) implements Iterator<Buffer> {
        @Override
        public boolean hasNext() {
            return responses.hasNext();
        }

        @Override
        public Buffer next() {
            return Buffer.buffer("data: " + responses.next().strip().replace("\n", "\ndata: ") + "\r\n\r\n");
        }
    }

    /// One JSON array, an element at a time.
    private static final class Elements implements Iterator<Buffer> {
        private final Iterator<String> responses;
        private boolean begun;

        Elements(Iterator<String> responses) {
            this.responses = responses;
        }

        @Override
        public boolean hasNext() {
            return responses.hasNext() || !begun;
        }

        @Override
        public Buffer next() {
            var text = new StringBuilder(begun ? ",\r\n" : "[");
            begun = true;
            if (responses.hasNext()) {
                text.append(responses.next());
            }
            return Buffer.buffer(
                    responses.hasNext() ? text.toString() : text.append("]\n").toString());
        }
    }
}
