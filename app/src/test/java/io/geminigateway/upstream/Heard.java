package io.geminigateway.upstream;

import io.geminigateway.gemini.GeminiEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A sink that remembers what it heard, in one line a call.
final class Heard implements UpstreamSink {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final List<GeminiEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Optional<UpstreamFailure>> over = new CompletableFuture<>();
    private volatile Consumer<GeminiEvent> onEvent = _ -> {};

    /// What to do at each event, on the event loop.
    Heard onEvent(Consumer<GeminiEvent> action) {
        onEvent = action;
        return this;
    }

    @Override
    public void event(GeminiEvent event) {
        log.add("event");
        events.add(event);
        onEvent.accept(event);
    }

    @Override
    public void drained() {
        log.add("drained");
    }

    @Override
    public void ended() {
        log.add("ended");
        over.complete(Optional.empty());
    }

    @Override
    public void failed(UpstreamFailure failure) {
        log.add("failed");
        over.complete(Optional.of(failure));
    }

    List<String> log() {
        return List.copyOf(log);
    }

    List<GeminiEvent> events() {
        return List.copyOf(events);
    }

    String text() {
        return events().stream()
                .flatMap(event -> event.response().candidatesOrNone().stream())
                .flatMap(candidate -> candidate.parts().stream())
                .map(part -> String.valueOf(part.text()))
                .collect(Collectors.joining());
    }

    boolean isOver() {
        return over.isDone();
    }

    /// Waits for the end, and fails if it was none: `upstream_reset`.
    String failure() {
        return outcome().map(failure -> failure.type().wireName()).orElse("ended");
    }

    UpstreamFailure failureItself() {
        return outcome().orElseThrow();
    }

    private Optional<UpstreamFailure> outcome() {
        try {
            return over.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException never) {
            throw new AssertionError("neither ended nor failed, after %d calls".formatted(log.size()), never);
        }
    }
}
