package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;

/// A request said once more, after Google refused it for one of two reasons that we can do something about. What is not
/// there to be repaired stays as it is; other members are not touched.
public final class RequestRepair {
    private static final String SIGNATURE = "thoughtSignature";

    private RequestRepair() {}

    /// Every thought signature replaced by the word that makes Google skip the check: for signatures that came from
    /// another backend, account or model.
    public static byte[] withoutSignatures(byte[] request) {
        return changed(request, body -> in(body, "contents", content -> in(content, "parts", RequestRepair::unsigned)));
    }

    /// Every JSON Schema turned into a `Schema`: for models and backends that do not take the former.
    public static byte[] withPlainSchemas(byte[] request) {
        return changed(request, body -> {
            var tools = in(body, "tools", tool -> in(tool, "functionDeclarations", RequestRepair::withPlainParameters));
            return in(tools, "generationConfig", config -> plain(config, "responseJsonSchema", "responseSchema"));
        });
    }

    private static JsonValue.Members unsigned(JsonValue.Members part) {
        return part.has(SIGNATURE) ? part.with(SIGNATURE, JsonValue.of(ThoughtSignature.SKIP)) : part;
    }

    private static JsonValue.Members withPlainParameters(JsonValue.Members declaration) {
        return plain(plain(declaration, "parametersJsonSchema", "parameters"), "responseJsonSchema", "response");
    }

    private static JsonValue.Members plain(JsonValue.Members holder, String from, String to) {
        if (!(holder.get(from) instanceof JsonValue.Members schema)) {
            return holder;
        }
        var changed = new LinkedHashMap<String, JsonValue>();
        for (var member : holder.members().entrySet()) {
            if (member.getKey().equals(from)) {
                changed.put(to, SchemaCleaner.clean(schema));
            } else {
                changed.put(member.getKey(), member.getValue());
            }
        }
        return new JsonValue.Members(changed);
    }

    /// Changes each object in a list, or the one that stands for it.
    static JsonValue.Members in(JsonValue.Members holder, String name, UnaryOperator<JsonValue.Members> change) {
        return switch (holder.get(name)) {
            case JsonValue.Members only -> holder.with(name, change.apply(only));
            case JsonValue.Elements(var all) ->
                holder.with(
                        name,
                        new JsonValue.Elements(all.stream()
                                .map(one -> one instanceof JsonValue.Members object ? change.apply(object) : one)
                                .toList()));
            case null, default -> holder;
        };
    }

    static byte[] changed(byte[] json, UnaryOperator<JsonValue.Members> change) {
        return JsonValue.parse(json)
                .asObject()
                .map(body -> change.apply(body).toString().getBytes(StandardCharsets.UTF_8))
                .orElse(json);
    }
}
