package io.geminigateway.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What one call meets: an answer or a fault, and how its bytes travel.
/// `Reaction.text("hi").after(ofMillis(50)).cutAfter(120)`.
public sealed interface Reaction {
    /// Whatever the account says of its own accord: the starting point for a decorator.
    static Reaction ordinary() {
        return new Ordinary();
    }

    /// Says `text`: streamed in several events, or as one answer; an empty text is an empty STOP.
    static Reaction text(String text) {
        return new Text(text);
    }

    /// Replays exactly these response objects, without Code Assist's envelope; a call that does not stream gets the
    /// first.
    static Reaction chunks(List<String> responses) {
        return new Chunks(responses);
    }

    /// Exactly this status and body, JSON if it looks like it.
    static Reaction error(int status, String body) {
        var json = body.startsWith("{") || body.startsWith("[");
        return raw(status, json ? "application/json; charset=UTF-8" : "text/html; charset=UTF-8", body);
    }

    /// Exactly these bytes, whatever was asked for: garbage, a stream with an error object inside, a wrong content
    /// type.
    static Reaction raw(int status, String contentType, String body) {
        return new Raw(status, Map.of("content-type", contentType), body);
    }

    static Reaction redirect(URI elsewhere) {
        return new Raw(302, Map.of("location", elsewhere.toString()), "");
    }

    static Reaction failure(GoogleError error) {
        return new Failure(error);
    }

    /// The 429 of a per-minute limit that says when to come back.
    static Reaction rateLimited(Duration retryAfter) {
        return new Throttled(retryAfter);
    }

    /// Accepts the request and never answers.
    static Reaction silence() {
        return new Silence();
    }

    /// The head and the first events of the ordinary answer, then nothing, with the line open.
    static Reaction silenceAfter(int events) {
        return ordinary().haltedAfter(events);
    }

    /// Closes the connection, or resets the stream, without an answer.
    static Reaction reset() {
        return new Reset();
    }

    /// A stream whose events never end, or a single event that never does.
    static Reaction endless(Endless.Of what) {
        return new Endless(what);
    }

    /// A small gzip body that unpacks to this many bytes.
    static Reaction gzipBomb(long bytes) {
        return new GzipBomb(bytes);
    }

    /// Cuts the body after exactly so many bytes: connection closed, or stream reset. A shorter body ends as usual.
    default Reaction cutAfter(long bytes) {
        return delivered(delivery().stopping(new Delivery.Stop.Cut(bytes)));
    }

    /// Ends the body cleanly after exactly so many bytes.
    default Reaction endedAfter(long bytes) {
        return delivered(delivery().stopping(new Delivery.Stop.Ended(bytes)));
    }

    /// Stops for ever after so many events, with the line open.
    default Reaction haltedAfter(int events) {
        return delivered(delivery().stopping(new Delivery.Stop.Halted(events)));
    }

    /// Writes the body in pieces of this size, each flushed on its own.
    default Reaction slicedInto(int bytesPerWrite) {
        return delivered(delivery().slicedInto(bytesPerWrite));
    }

    /// Waits before the head is sent, instead of the account's latency.
    default Reaction after(Duration delay) {
        return delivered(delivery().after(delay));
    }

    /// Waits between two events, instead of the account's pace.
    default Reaction paced(Duration betweenEvents) {
        return delivered(delivery().paced(betweenEvents));
    }

    /// This reaction, shaped by nothing else if it has no decorator.
    default Shaped shaped() {
        return this instanceof Shaped shaped ? shaped : new Shaped(this, Delivery.PLAIN);
    }

    private Delivery delivery() {
        return shaped().delivery();
    }

    private Reaction delivered(Delivery delivery) {
        return new Shaped(shaped().reaction(), delivery);
    }

    record Ordinary() implements Reaction {}

    record Text(String text) implements Reaction {}

    record Chunks(List<String> responses) implements Reaction {
        public Chunks {
            responses = List.copyOf(responses);
        }
    }

    record Raw(int status, Map<String, String> headers, String body) implements Reaction {
        public Raw {
            headers = Map.copyOf(headers);
        }
    }

    record Failure(GoogleError error) implements Reaction {}

    record Throttled(Duration retryAfter) implements Reaction {}

    record Silence() implements Reaction {}

    record Reset() implements Reaction {}

    record Endless(Of what) implements Reaction {
        public enum Of {
            EVENTS,
            EVENT
        }
    }

    record GzipBomb(long bytes) implements Reaction {}

    /// A reaction and how it travels; never nested.
    record Shaped(Reaction reaction, Delivery delivery) implements Reaction {}
}
