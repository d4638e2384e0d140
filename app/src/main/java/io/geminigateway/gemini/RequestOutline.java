package io.geminigateway.gemini;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What the gateway has to know of a request that passes through as it is, in either of Google's spellings: the models
/// that it names, what it uses that lies with one account, and how the conversation begins. Everything else is only
/// checked to be JSON.
public record RequestOutline(List<Mention> models, Set<String> held, String opening) {
    public RequestOutline {
        models = List.copyOf(models);
        held = Set.copyOf(held);
    }

    /// A string in the request: its value, and the bytes that it takes with its quotes.
    record Mention(String value, int from, int to) {}

    /// Throws a [MalformedJsonException] for whatever is not one JSON object.
    public static RequestOutline of(byte[] json) {
        return new OutlineReader(json).read();
    }

    /// What a `fileData` names; nothing where it cannot be read.
    static Optional<String> heldBy(String fileData) {
        try {
            return new OutlineReader(fileData.getBytes(StandardCharsets.UTF_8))
                    .read().held().stream().findFirst();
        } catch (MalformedJsonException unreadable) {
            return Optional.empty();
        }
    }

    /// The first model that the request names, where it names one.
    public Optional<String> model() {
        return models.stream().findFirst().map(Mention::value);
    }

    /// The request with other names for its models; the same bytes where `name` changes none.
    public byte[] renamed(byte[] json, UnaryOperator<String> name) {
        if (models.stream().allMatch(model -> name.apply(model.value()).equals(model.value()))) {
            return json;
        }
        var out = new ByteArrayOutputStream(json.length + 64);
        var written = 0;
        for (var model : models) {
            out.write(json, written, model.from() - written);
            out.writeBytes(JsonValue.of(name.apply(model.value())).toString().getBytes(StandardCharsets.UTF_8));
            written = model.to();
        }
        out.write(json, written, json.length - written);
        return out.toByteArray();
    }
}
