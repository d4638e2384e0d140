package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One generate call that an account answers: in words, framed as asked for, in the envelope of the service.
final class Generation implements Speaker {
    private final SimulatedAccount account;
    private final Framing framing;
    private final Envelope envelope;
    private final JsonObject request;
    private final Prompt prompt;
    private final Speech speech;
    private final Optional<JsonObject> media;

    private Generation(SimulatedAccount account, Framing framing, Envelope envelope, String model, JsonObject request) {
        this.account = account;
        this.framing = framing;
        this.envelope = envelope;
        this.request = request;
        prompt = Prompt.of(request);
        media = Media.wanted(request);
        speech = new Speech(model, account.nextResponseId(), prompt.tokens());
    }

    /// The way of every generate call behind its door: the request is checked, then the quota, then the script decides.
    static void play(Call call, Stage stage, SimulatedAccount account, Envelope envelope) {
        switch (RequestCheck.generation(call, envelope, stage.occasion())) {
            case RequestCheck.Verdict.Faulty faulty -> stage.refuse(faulty.refusal());
            case RequestCheck.Verdict.Sound sound -> {
                var model = stage.occasion().model();
                stage.perform(account, new Generation(account, stage.framing(), envelope, model, sound.request()));
            }
        }
    }

    @Override
    public Answer ordinary() {
        return switch (Errand.due(request).orElse(null)) {
            case Errand.Step.Says(var text) -> saying(text);
            case Errand.Step.Calls(var calls) -> answer(speech.calling(calls, framing != Framing.WHOLE).stream());
            case null ->
                media.map(part -> answer(Stream.of(speech.showing(part))))
                        .orElseGet(() -> saying(prompt.echo().or(prompt::sight).orElseGet(account::text)));
        };
    }

    @Override
    public Answer saying(String text) {
        return answer(framing == Framing.WHOLE ? Stream.of(speech.whole(text)) : speech.streamed(text).stream());
    }

    @Override
    public Answer replaying(List<String> responses) {
        return answer(framing == Framing.WHOLE ? responses.stream().limit(1) : responses.stream());
    }

    /// A refusal that is a success to HTTP is a response like any other.
    @Override
    public Answer refusing(Refusal refusal) {
        return refusal.status() == 200 ? answer(Stream.of(compact(refusal))) : framing.answer(refusal);
    }

    private Answer answer(Stream<String> responses) {
        Iterator<String> enveloped = responses.map(envelope::around).iterator();
        return framing.answer(enveloped);
    }

    private static String compact(Refusal refusal) {
        return new JsonObject(refusal.body()).encode();
    }
}
