package io.geminigateway.relay;

import io.geminigateway.upstream.UpstreamFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The attempts of one exchange that are under way: one, or two while a late one is hedged. Whichever begins to answer
/// wins; the other is given up, and blamed for nothing.
final class Race {
    private final List<Attempt> running = new ArrayList<>(2);

    void join(Attempt attempt) {
        running.add(attempt);
    }

    /// An attempt has ended.
    void leave(Attempt attempt) {
        running.remove(attempt);
    }

    boolean isOver() {
        return running.isEmpty();
    }

    /// Whether an attempt that fails now leaves another behind.
    boolean isOpen() {
        return running.size() > 1;
    }

    void wonBy(Attempt winner) {
        leave(winner);
        end(Attempt::lose);
        join(winner);
    }

    void pause() {
        each(attempt -> attempt.exchange().pause());
    }

    void resume() {
        each(attempt -> attempt.exchange().resume());
    }

    void cancel() {
        end(Attempt::cancel);
    }

    void giveUp(UpstreamFailure failure) {
        end(attempt -> attempt.giveUp(failure));
    }

    private void end(Consumer<Attempt> word) {
        if (running.isEmpty()) {
            return;
        }
        var ending = List.copyOf(running);
        running.clear();
        ending.forEach(word);
    }

    /// A call that is resumed may win at once, with what it had read already, and end the other.
    private void each(Consumer<Attempt> word) {
        for (var attempt : List.copyOf(running)) {
            if (running.contains(attempt)) {
                word.accept(attempt);
            }
        }
    }
}
