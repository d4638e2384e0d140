package io.geminigateway.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/// How one account reacts: one-shot reactions first, in their order, then the default one. Thread-safe: guarded by
/// itself.
final class Script {
    private final Everybody everybody;
    private final ArrayDeque<Reaction> coming = new ArrayDeque<>();
    private final ArrayDeque<Reaction> comingRefreshes = new ArrayDeque<>();
    private final ArrayDeque<Reaction> comingSetups = new ArrayDeque<>();
    private Reaction usual = Reaction.ordinary();
    private Duration latency = Duration.ZERO;
    private Duration pause = Duration.ZERO;

    Script(Everybody everybody) {
        this.everybody = everybody;
    }

    synchronized void next(List<Reaction> reactions) {
        coming.addAll(reactions);
    }

    synchronized void nextRefreshes(List<Reaction> reactions) {
        comingRefreshes.addAll(reactions);
    }

    synchronized void nextSetups(List<Reaction> reactions) {
        comingSetups.addAll(reactions);
    }

    synchronized void always(Reaction reaction) {
        usual = reaction;
    }

    synchronized void latency(Duration beforeHead) {
        latency = beforeHead;
    }

    synchronized void pause(Duration betweenEvents) {
        pause = betweenEvents;
    }

    /// What a generate call for this model meets, with the account's own pace where the reaction has none. What is
    /// meant for everybody comes first.
    synchronized Reaction.Shaped reaction(String model) {
        var shaped =
                everybody.reaction(model).orElseGet(() -> first(coming, usual)).shaped();
        var delivery = shaped.delivery();
        var delay = delivery.delay().orElse(latency);
        return new Reaction.Shaped(
                shaped.reaction(), delivery.after(delay).paced(delivery.pause().orElse(pause)));
    }

    synchronized Reaction.Shaped refreshReaction() {
        return first(comingRefreshes, Reaction.ordinary()).shaped();
    }

    synchronized Reaction.Shaped setupReaction() {
        return first(comingSetups, Reaction.ordinary()).shaped();
    }

    private static Reaction first(ArrayDeque<Reaction> reactions, Reaction otherwise) {
        return reactions.isEmpty() ? otherwise : reactions.removeFirst();
    }
}
