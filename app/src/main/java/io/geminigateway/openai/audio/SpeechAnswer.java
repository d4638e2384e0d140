package io.geminigateway.openai.audio;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.openai.Refusals;
import io.geminigateway.sse.Bytes;

/// Writes speech as sound and nothing else.
final class SpeechAnswer implements AnswerWriter {
    private final AudioFormat format;
    private final Samples samples = new Samples();
    private final Refusals refusals = new Refusals();

    SpeechAnswer(AudioFormat format) {
        this.format = format;
    }

    @Override
    public String contentType() {
        return format.contentType();
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        refusals.note(event.response());
        for (var candidate : event.response().candidatesOrNone()) {
            for (var part : candidate.parts()) {
                var audio = part.inlineData();
                if (audio != null && !part.isThought()) {
                    add(audio);
                }
            }
        }
    }

    @Override
    public void end(Bytes out) {
        if (samples.isEmpty()) {
            throw refusals.nothing("speech");
        }
        samples.write(format, out);
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("an answer that is not streamed fails before its first byte");
    }

    private void add(Blob audio) {
        try {
            samples.add(audio);
        } catch (IllegalArgumentException notBase64) {
            throw new Failure.UpstreamBroken(ErrorType.UPSTREAM_PROTOCOL, "Google's speech cannot be read")
                    .asException();
        }
    }
}
