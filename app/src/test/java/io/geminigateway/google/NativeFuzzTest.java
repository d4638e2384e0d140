package io.geminigateway.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.Corpus;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Blame;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.ModelCatalog;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes for Google passes as JSON that it was, with no more than names of models changed, or is refused as
/// the
/// client's mistake. The first line is the path, the rest the body.
public class NativeFuzzTest {
    private static final ModelMethods DIALECT = new ModelMethods(ModelCatalog.bundled());

    static Stream<Arguments> inputs() {
        return Corpus.of("native");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void aRequestPassesOrIsRefused(String file, byte[] bytes) {
        assertThat(file).isNotEmpty();
        fuzzerTestOneInput(bytes);
    }

    /// For Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        var end = text.indexOf('\n');
        var path = end < 0 ? "/models/m:generateContent" : text.substring(0, end);
        var body = text.substring(end + 1);

        read(path, body).ifPresent(call -> {
            var passed = JsonValue.parse(call.geminiRequest());
            assertThat(passed.asObject()).isPresent();
            assertThat(unnamed(passed)).isEqualTo(unnamed(JsonValue.parse(body)));
        });
    }

    /// The same without what may be the name of a model.
    private static JsonValue unnamed(JsonValue value) {
        return switch (value) {
            case JsonValue.Members(var members) -> {
                var rest = new LinkedHashMap<String, JsonValue>();
                members.forEach((name, member) -> rest.put(name, unnamed(member)));
                rest.remove("model");
                yield new JsonValue.Members(rest);
            }
            case JsonValue.Elements(var elements) ->
                new JsonValue.Elements(
                        elements.stream().map(NativeFuzzTest::unnamed).toList());
            case JsonValue.Text _, JsonValue.Numeral _, JsonValue.Flag _, JsonValue.Null _ -> value;
        };
    }

    private static Optional<DialectCall> read(String path, String body) {
        try {
            var head = new Head("/v1beta" + path, path, "", _ -> null);
            return Optional.of(DIALECT.read(new Inbound(head, body.getBytes(UTF_8))));
        } catch (GatewayException refused) {
            assertThat(refused.failure().type().blame()).isEqualTo(Blame.CLIENT);
            assertThat(DIALECT.error(refused.failure()).status()).isBetween(400, 499);
            return Optional.empty();
        }
    }
}
