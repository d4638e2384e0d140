package io.geminigateway.setup;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Where a person is asked. One thread only. Each question fails with a [LeftException] when the person goes.
interface Screen extends AutoCloseable {
    /// The word of the option that was chosen.
    String choose(Question.Choice question);

    /// As typed; empty for what is usual.
    String type(Question.Text question);

    boolean confirm(Question.Confirm question);

    /// Waits for `event`, or for a line that the person types meanwhile; empty once the event came or time is over.
    Optional<String> typedBefore(CompletableFuture<?> event, Duration atMost);

    Page page();

    @Override
    void close();
}
