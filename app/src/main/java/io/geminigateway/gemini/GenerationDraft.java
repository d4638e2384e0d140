package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A [GenerationConfig] in the making, member by member in Gemini's spelling. What is null is not set.
public final class GenerationDraft {
    private static final WireJson<GenerationConfig> CONFIGS = WireJson.ofClient(GenerationConfig.class);

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    public void set(String name, @Nullable String text) {
        if (text != null) {
            members.put(name, JsonValue.of(text));
        }
    }

    public void set(String name, @Nullable Integer number) {
        if (number != null) {
            members.put(name, JsonValue.of(number));
        }
    }

    public void set(String name, @Nullable Double number) {
        if (number != null) {
            members.put(name, new JsonValue.Numeral(number.toString()));
        }
    }

    public void set(String name, boolean flag) {
        members.put(name, JsonValue.of(flag));
    }

    /// An empty list is not set.
    public void set(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            members.put(
                    name,
                    new JsonValue.Elements(texts.stream().map(JsonValue::of).toList()));
        }
    }

    public void set(String name, JsonValue value) {
        members.put(name, value);
    }

    /// The config, if anything is set. Throws a [MalformedJsonException] when a member is not what Gemini takes there.
    public Optional<GenerationConfig> config() {
        if (members.isEmpty()) {
            return Optional.empty();
        }
        var json = new JsonValue.Members(members).toString();
        return Optional.of(CONFIGS.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
