package io.geminigateway.anthropic.messages;

import io.geminigateway.answer.Answer;
import io.geminigateway.anthropic.AnthropicErrors;
import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseWriter;
import java.nio.charset.StandardCharsets;

/// Writes a message as a stream of events: it begins, its blocks come one after another, it ends.
final class StreamedMessage implements AnswerWriter {
    private static final byte[] PING = utf8("event: ping\ndata: {\"type\":\"ping\"}\n\n");
    private static final byte[] STOP = utf8("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");

    private final MessageHead head;
    private final Answer answer;
    private final MessageCall.Terms terms;
    private final BlockTeller blocks;
    private int index = -1;
    private boolean begun;

    StreamedMessage(MessageHead head, Answer answer, MessageCall.Terms terms) {
        this.head = head;
        this.answer = answer;
        this.terms = terms;
        this.blocks = new BlockTeller(answer, terms, head.id());
    }

    @Override
    public String contentType() {
        return SseWriter.CONTENT_TYPE;
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        answer.event(event.response(), blocks.to(sink(out)));
    }

    /// Clients watch for pings. Before the message has begun they would be lost on them, so it begins: nothing in its
    /// beginning depends on who answers.
    @Override
    public void heartbeat(Bytes out) {
        begin(out);
        out.write(PING);
    }

    @Override
    public void end(Bytes out) {
        try {
            var ending = answer.end();
            begin(out);
            var searches = blocks.end(sink(out));
            out.append("event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{");
            StopReason.write(ending, answer.hasCalls(), terms, out);
            out.append("},\"usage\":");
            MessageUsage.write(ending.usage(), searches, out);
            out.append("}\n\n");
            out.write(STOP);
        } catch (GatewayException e) {
            fail(e.failure(), out);
        }
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        AnthropicErrors.event(failure, out);
    }

    /// The length of the prompt may not be known yet: the end tells it again.
    private void begin(Bytes out) {
        if (!begun) {
            begun = true;
            out.append("event: message_start\ndata: {\"type\":\"message_start\",\"message\":{");
            out.append(head.members());
            out.append("\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"stop_details\":null,\"usage\":");
            MessageUsage.writeFirst(answer.usage(), out);
            out.append("}}\n\n");
        }
    }

    private BlockSink sink(Bytes out) {
        return new BlockSink() {
            @Override
            public void begin(AnsweredBlock block) {
                StreamedMessage.this.begin(out);
                index++;
                open("content_block_start", out);
                out.append(",\"content_block\":");
                block.writeEmpty(out);
                out.append("}\n\n");
            }

            @Override
            public void delta(BlockDelta delta) {
                open("content_block_delta", out);
                out.append(",\"delta\":");
                delta.write(out);
                out.append("}\n\n");
            }

            @Override
            public void end() {
                open("content_block_stop", out);
                out.append("}\n\n");
            }
        };
    }

    private void open(String event, Bytes out) {
        out.append("event: ").append(event).append("\ndata: {\"type\":\"").append(event);
        out.append("\",\"index\":" + index);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
