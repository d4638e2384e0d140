package io.geminigateway.simulator;

import io.vertx.core.Vertx;

/// Where one call is answered: turns what an account's script says into an answer, and plays it.
final class Stage {
    private final Vertx vertx;
    private final Line line;
    private final Occasion occasion;
    private final Framing framing;

    Stage(Vertx vertx, Line line, Occasion occasion, Framing framing) {
        this.vertx = vertx;
        this.line = line;
        this.occasion = occasion;
        this.framing = framing;
    }

    Occasion occasion() {
        return occasion;
    }

    Framing framing() {
        return framing;
    }

    void refuse(Refusal refusal) {
        play(framing.answer(refusal));
    }

    void play(Answer answer) {
        play(answer, Delivery.PLAIN);
    }

    /// Reacts as the account's script says, if its quota lets it.
    void perform(SimulatedAccount account, Speaker speaker) {
        account.quota()
                .admit(occasion.model())
                .ifPresentOrElse(
                        exceeded -> refuse(exceeded.at(occasion)),
                        () -> perform(account.script().reaction(occasion.model()), speaker));
    }

    void perform(Reaction.Shaped reaction, Speaker speaker) {
        var delivery = reaction.delivery();
        switch (reaction.reaction()) {
            case Reaction.Ordinary _ -> play(speaker.ordinary(), delivery);
            case Reaction.Text text -> play(speaker.saying(text.text()), delivery);
            case Reaction.Chunks chunks -> play(speaker.replaying(chunks.responses()), delivery);
            case Reaction.Raw raw -> play(Answer.whole(raw.status(), raw.headers(), raw.body()), delivery);
            case Reaction.Failure failure ->
                play(speaker.refusing(failure.error().at(occasion)), delivery);
            case Reaction.Throttled throttled ->
                play(speaker.refusing(QuotaErrors.perMinute(occasion, 20, throttled.retryAfter())), delivery);
            case Reaction.Endless endless -> play(Flood.of(endless.what()), delivery);
            case Reaction.GzipBomb bomb -> play(Flood.gzipBomb(bomb.bytes()), delivery);
            case Reaction.Silence _ -> {
                // the line stays open, and notices when the client leaves
            }
            case Reaction.Reset _ -> Playback.delayed(vertx, delivery, line::cut);
            case Reaction.Shaped shaped -> throw new IllegalStateException("shaped twice: " + shaped);
        }
    }

    private void play(Answer answer, Delivery delivery) {
        new Playback(vertx, line, answer, delivery).start();
    }
}
