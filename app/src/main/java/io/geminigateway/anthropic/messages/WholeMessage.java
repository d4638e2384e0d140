package io.geminigateway.anthropic.messages;

import io.geminigateway.answer.Answer;
import io.geminigateway.answer.Citation;
import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes a message as one object, when all is known.
final class WholeMessage implements AnswerWriter, BlockSink {
    private final MessageHead head;
    private final Answer answer;
    private final MessageCall.Terms terms;
    private final BlockTeller blocks;
    private final Bytes content = new Bytes();
    private final StringBuilder words = new StringBuilder();
    private final List<Citation> citations = new ArrayList<>();
    private String signature = "";
    private @Nullable AnsweredBlock open;

    WholeMessage(MessageHead head, Answer answer, MessageCall.Terms terms) {
        this.head = head;
        this.answer = answer;
        this.terms = terms;
        this.blocks = new BlockTeller(answer, terms, head.id());
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        answer.event(event.response(), blocks.to(this));
    }

    @Override
    public void begin(AnsweredBlock block) {
        open = block;
    }

    @Override
    public void delta(BlockDelta delta) {
        switch (delta) {
            case BlockDelta.Words said -> words.append(said.text());
            case BlockDelta.Thought thought -> words.append(thought.text());
            case BlockDelta.Input input -> words.append(input.json());
            case BlockDelta.Signature signed -> signature = signed.signature();
            case BlockDelta.Cited cited -> citations.add(cited.citation());
        }
    }

    @Override
    public void end() {
        content.append(content.isEmpty() ? "" : ",");
        write(Objects.requireNonNull(open));
        words.setLength(0);
        citations.clear();
        signature = "";
        open = null;
    }

    @Override
    public void end(Bytes out) {
        var ending = answer.end();
        var searches = blocks.end(this);
        out.append("{").append(head.members()).append("\"content\":[");
        out.append(content.take());
        out.append("],");
        StopReason.write(ending, answer.hasCalls(), terms, out);
        out.append(",\"usage\":");
        MessageUsage.write(ending.usage(), searches, out);
        out.append("}");
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("an answer that is not streamed fails before its first byte");
    }

    private void write(AnsweredBlock block) {
        switch (block) {
            case AnsweredBlock.Text _ -> text();
            case AnsweredBlock.Thinking _ -> {
                content.append("{\"type\":\"thinking\",\"thinking\":");
                JsonText.write(words.toString(), content);
                content.append(",\"signature\":");
                JsonText.write(signature, content);
                content.append("}");
            }
            case AnsweredBlock.ToolUse use -> {
                AnsweredBlock.writeUse("tool_use", use.id(), use.name(), content);
                content.append(words.toString()).append("}");
            }
            case AnsweredBlock.Search search -> {
                AnsweredBlock.writeUse("server_tool_use", search.id(), "web_search", content);
                content.append(words.toString()).append("}");
            }
            case AnsweredBlock.Found found -> found.writeEmpty(content);
        }
    }

    private void text() {
        content.append("{\"type\":\"text\",\"text\":");
        JsonText.write(words.toString(), content);
        if (!citations.isEmpty()) {
            var separator = ",\"citations\":[";
            for (var citation : citations) {
                content.append(separator);
                BlockDelta.writeCitation(citation, content);
                separator = ",";
            }
            content.append("]");
        }
        content.append("}");
    }
}
