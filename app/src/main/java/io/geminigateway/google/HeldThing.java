package io.geminigateway.google;

import io.geminigateway.dialect.Kept;
import io.geminigateway.gemini.HeldNames;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A file or a cache, as Google describes it: its name, and how long it lasts.
final class HeldThing {
    /// How long Google keeps a file.
    static final Duration LONGEST = Duration.ofDays(2);

    private HeldThing() {}

    /// What an answer describes: the thing itself, or the file that has just arrived. Nothing where it is neither.
    static List<Kept> in(byte[] answer, Instant now) {
        try {
            return JsonValue.parse(answer).asObject().stream()
                    .flatMap(object ->
                            Stream.concat(Stream.of(object), Optional.ofNullable(object.get("file")).stream()))
                    .flatMap(value -> value.asObject().stream())
                    .flatMap(thing -> of(thing, now).stream())
                    .toList();
        } catch (MalformedJsonException unreadable) {
            return List.of();
        }
    }

    static Optional<Kept> of(JsonValue.Members thing, Instant now) {
        return text(thing, "name")
                .filter(name -> HeldNames.isFile(name) || HeldNames.isCache(name))
                .map(name -> new Kept(name, "", until(thing, now)));
    }

    /// A day more than a client may need, if Google does not say.
    private static Instant until(JsonValue.Members thing, Instant now) {
        return text(thing, "expirationTime")
                .or(() -> text(thing, "expireTime"))
                .flatMap(HeldThing::moment)
                .orElseGet(() -> now.plus(LONGEST));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<String> text(JsonValue.Members thing, String member) {
        return Optional.ofNullable(thing.get(member)).flatMap(JsonValue::asText);
    }
}
