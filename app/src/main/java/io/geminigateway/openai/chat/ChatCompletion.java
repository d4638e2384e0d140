package io.geminigateway.openai.chat;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.JsonText;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.sse.Bytes;
import java.util.ArrayList;
import java.util.List;

/// Gathers an answer, and writes it as one object.
final class ChatCompletion implements AnswerWriter, ChatAnswer.Pieces {
    private final ChatAnswer answer;
    private final ChatHead head;
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final List<AnsweredCall> calls = new ArrayList<>();

    ChatCompletion(ChatHead head, ChatAnswer answer) {
        this.head = head;
        this.answer = answer;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        answer.event(event.response(), this);
    }

    @Override
    public void content(String text) {
        content.append(text);
    }

    @Override
    public void reasoning(String text) {
        reasoning.append(text);
    }

    @Override
    public void call(AnsweredCall call) {
        calls.add(call);
    }

    @Override
    public void end(Bytes out) {
        var ending = answer.end();
        out.append("{").append(head.members("chat.completion"));
        out.append("\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":");
        var isSilent = ending.refusal() != null || content.isEmpty() && !calls.isEmpty();
        JsonText.writeOrNull(isSilent ? null : content.toString(), out);
        out.append(",\"refusal\":");
        JsonText.writeOrNull(ending.refusal(), out);
        if (!reasoning.isEmpty()) {
            out.append(",\"reasoning_content\":");
            JsonText.write(reasoning.toString(), out);
        }
        AnsweredCall.writeAll(calls, out);
        answer.signature().ifPresent(signature -> {
            out.write(',');
            AnsweredCall.writeSignature(signature, out);
        });
        out.append(",\"annotations\":[]},\"logprobs\":null,\"finish_reason\":\"");
        out.append(ending.finishReason()).append("\"}],\"usage\":");
        ending.usage().write(out);
        out.append("}");
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("an answer that is not streamed fails before its first byte");
    }
}
