package io.geminigateway.openai.chat;

import io.geminigateway.answer.Answer;
import io.geminigateway.answer.AnsweredCall;
import io.geminigateway.answer.Picture;
import io.geminigateway.answer.TokenUsage;
import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Utf8;
import io.geminigateway.openai.OpenAiErrors;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes an answer as a stream of chunks. All that chunks share is made once; a piece of text is written between.
final class ChatChunks implements AnswerWriter {
    private static final byte[] CONTENT = utf8("\"content\":");
    private static final byte[] REASONING = utf8("\"reasoning_content\":");
    private static final byte[] REFUSAL = utf8("\"refusal\":");
    private static final byte[] FIRST = utf8("\"role\":\"assistant\",\"content\":\"\"");
    private static final byte[] FIRST_IS_CALL = utf8("\"role\":\"assistant\",\"content\":null");
    private static final byte[] DONE = utf8("data: [DONE]\n\n");

    private static final int START = 192;

    private final Answer answer;
    private final Tools tools;
    private final boolean includeUsage;
    private final byte[] opening;
    private final byte[] deltaOpening;
    private final byte[] deltaClosing;
    private final AnsweredAudio audio;
    private final List<JsonValue> chances = new ArrayList<>(0);
    private int images;
    private boolean begun;

    /// `index` tells the answers to one request apart.
    ChatChunks(ChatHead head, int index, boolean includeUsage, Answer answer, Tools tools) {
        this.answer = answer;
        this.tools = tools;
        this.includeUsage = includeUsage;
        this.audio = new AnsweredAudio(head);
        var start = new Bytes(START).append("data: {");
        head.write("chat.completion.chunk", start);
        opening = start.append("\"choices\":[").copy();
        deltaOpening =
                start.append("{\"index\":").append(index).append(",\"delta\":{").copy();
        deltaClosing = utf8("},\"logprobs\":null,\"finish_reason\":null}]" + chunkEnd());
    }

    @Override
    public String contentType() {
        return SseWriter.CONTENT_TYPE;
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        answer.event(event.response(), new Answer.Pieces() {
            @Override
            public void content(String text) {
                ChatChunks.this.content(text, out);
            }

            @Override
            public void reasoning(String text) {
                delta(REASONING, text, out);
            }

            @Override
            public void call(AnsweredCall call) {
                begin(FIRST_IS_CALL, out);
                out.write(deltaOpening);
                WrittenCall.of(call, tools).writeDelta(out);
                out.write(deltaClosing);
            }

            @Override
            public void image(Picture image) {
                begin(FIRST, out);
                out.write(deltaOpening);
                out.append("\"images\":[");
                WrittenPicture.write(image, images++, out);
                out.append("]");
                out.write(deltaClosing);
            }

            @Override
            public void audio(String mimeType, Utf8 base64) {
                begin(FIRST, out);
                out.write(deltaOpening);
                out.append("\"audio\":");
                audio.writePiece(base64, out);
                out.write(deltaClosing);
            }

            @Override
            public void chances(String logprobsResult) {
                chances.addAll(TokenChances.of(logprobsResult));
            }
        });
    }

    @Override
    public void end(Bytes out) {
        try {
            close(finish(out), out);
        } catch (GatewayException e) {
            fail(e.failure(), out);
        }
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        OpenAiErrors.event(failure, out);
    }

    /// What ends this answer, while others may go on. Throws a [GatewayException] when there was none.
    TokenUsage finish(Bytes out) {
        var ending = answer.end();
        begin(FIRST, out);
        if (ending.refusal() != null) {
            delta(REFUSAL, ending.refusal(), out);
        }
        answer.signature().ifPresent(signature -> {
            out.write(deltaOpening);
            WrittenCall.writeSignature(signature, out);
            out.write(deltaClosing);
        });
        var citations = answer.citations();
        if (!citations.isEmpty()) {
            out.write(deltaOpening);
            out.append("\"annotations\":");
            Annotations.write(citations, out);
            out.write(deltaClosing);
        }
        out.write(deltaOpening);
        out.append("},\"logprobs\":").append(TokenChances.json(chances)).append(",\"finish_reason\":\"");
        out.append(FinishWord.of(ending.cause(), answer.hasCalls(), tools))
                .append("\"}]")
                .append(chunkEnd());
        return ending.usage();
    }

    /// What ends the stream.
    void close(TokenUsage usage, Bytes out) {
        if (includeUsage) {
            out.write(opening);
            out.append("],\"usage\":");
            ChatUsage.write(usage, out);
            out.append("}\n\n");
        }
        out.write(DONE);
    }

    private void delta(byte[] name, String text, Bytes out) {
        begin(FIRST, out);
        out.write(deltaOpening);
        out.write(name);
        JsonText.write(text, out);
        out.write(deltaClosing);
    }

    /// The same for what the model said, with how likely it was where that was asked for.
    private void content(String text, Bytes out) {
        if (chances.isEmpty()) {
            delta(CONTENT, text, out);
            return;
        }
        begin(FIRST, out);
        out.write(deltaOpening);
        out.write(CONTENT);
        JsonText.write(text, out);
        out.append("},\"logprobs\":").append(TokenChances.json(chances)).append(",\"finish_reason\":null}]");
        out.append(chunkEnd());
        chances.clear();
    }

    /// The first chunk tells the role, and that there is content, be it none.
    private void begin(byte[] first, Bytes out) {
        if (!begun) {
            begun = true;
            out.write(deltaOpening);
            out.write(first);
            out.write(deltaClosing);
        }
    }

    /// Where usage was asked for, every chunk but the last says that it has none.
    private String chunkEnd() {
        return includeUsage ? ",\"usage\":null}\n\n" : "}\n\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
