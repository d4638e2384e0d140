package io.geminigateway.openai.responses;

import io.geminigateway.sse.Bytes;
import java.util.function.Consumer;

/// Events as lines of a stream, numbered from 0.
final class EventLines implements Events {
    private Bytes out = new Bytes();
    private int number;

    /// Where the next events go.
    void to(Bytes out) {
        this.out = out;
    }

    boolean isEmpty() {
        return number == 0;
    }

    @Override
    public void event(String type, Consumer<Bytes> members) {
        out.append("event: ")
                .append(type)
                .append("\ndata: {\"type\":\"")
                .append(type)
                .append("\",");
        members.accept(out);
        out.append(",\"sequence_number\":" + number++ + "}\n\n");
    }
}
