package io.geminigateway.openai.chat;

import io.geminigateway.answer.Answer;
import io.geminigateway.answer.AnsweredCall;
import io.geminigateway.answer.Picture;
import io.geminigateway.answer.TokenUsage;
import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Utf8;
import io.geminigateway.sse.Bytes;
import java.util.ArrayList;
import java.util.List;

/// Gathers an answer, and writes it as one object.
final class ChatCompletion implements AnswerWriter, Answer.Pieces {
    /// About as many bytes are around what is said.
    private static final int USUAL_FRAME = 768;

    private final Answer answer;
    private final Tools tools;
    private final ChatHead head;
    private final Words content = new Words();
    private final Words reasoning = new Words();
    private final List<WrittenCall> calls = new ArrayList<>();
    private final List<Picture> images = new ArrayList<>();
    private final List<JsonValue> chances = new ArrayList<>();
    private final AnsweredAudio audio;
    private final boolean soundAsFile;

    ChatCompletion(ChatHead head, Answer answer, Tools tools, boolean soundAsFile) {
        this.tools = tools;
        this.head = head;
        this.audio = new AnsweredAudio(head);
        this.soundAsFile = soundAsFile;
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
        calls.add(WrittenCall.of(call, tools));
    }

    @Override
    public void image(Picture image) {
        images.add(image);
    }

    @Override
    public void audio(String mimeType, Utf8 base64) {
        audio.add(mimeType, base64);
    }

    @Override
    public void chances(String logprobsResult) {
        chances.addAll(TokenChances.of(logprobsResult));
    }

    @Override
    public void end(Bytes out) {
        var ending = ending();
        out.makeRoom(USUAL_FRAME + content.length() + reasoning.length());
        open(out);
        choice(0, ending, out);
        close(ending.usage(), out);
    }

    /// Throws a [io.geminigateway.failure.GatewayException] when there was no answer at all.
    Answer.Ending ending() {
        return answer.end();
    }

    void open(Bytes out) {
        out.write('{');
        head.write("chat.completion", out);
        out.append("\"choices\":[");
    }

    void close(TokenUsage usage, Bytes out) {
        out.append("],\"usage\":");
        ChatUsage.write(usage, out);
        out.append("}");
    }

    /// This answer, as one of the answers to a request.
    void choice(int index, Answer.Ending ending, Bytes out) {
        out.append("{\"index\":").append(index).append(",\"message\":{\"role\":\"assistant\",\"content\":");
        var saysOtherThings = !calls.isEmpty() || !images.isEmpty() || !audio.isEmpty();
        var isSilent = ending.refusal() != null || (content.isEmpty() && saysOtherThings);
        JsonText.writeOrNull(isSilent ? null : content.toString(), out);
        out.append(",\"refusal\":");
        JsonText.writeOrNull(ending.refusal(), out);
        if (!reasoning.isEmpty()) {
            out.append(",\"reasoning_content\":");
            JsonText.write(reasoning.toString(), out);
        }
        WrittenCall.writeAll(calls, out);
        answer.signature().ifPresent(signature -> {
            out.write(',');
            WrittenCall.writeSignature(signature, out);
        });
        media(out);
        out.append(",\"annotations\":");
        Annotations.write(answer.citations(), out);
        out.append("},\"logprobs\":").append(TokenChances.json(chances)).append(",\"finish_reason\":\"");
        out.append(FinishWord.of(ending.cause(), answer.hasCalls(), tools)).append("\"}");
    }

    private void media(Bytes out) {
        if (!images.isEmpty()) {
            var separator = ",\"images\":[";
            for (var i = 0; i < images.size(); i++) {
                out.append(separator);
                WrittenPicture.write(images.get(i), i, out);
                separator = ",";
            }
            out.append("]");
        }
        if (!audio.isEmpty()) {
            out.append(",\"audio\":");
            audio.write(soundAsFile, out);
        }
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("an answer that is not streamed fails before its first byte");
    }
}
