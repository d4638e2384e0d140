package io.geminigateway.google;

import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Model;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The models, as Google lists them: what an account told of each, letter for letter; of those that none described,
/// what
/// we know. No aliases: Google has none. Thread-safe.
public final class GoogleModels {
    private static final int USUAL = 50;
    private static final int MOST = 1000;
    private static final String MODELS = "/models/";
    private static final String PUBLISHER = "publishers/google/";

    private final ModelCatalog catalog;

    public GoogleModels(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /// The answer to `GET /v1beta/models`, or to Vertex AI's `GET /v1beta1/publishers/google/models`. Known models come
    /// first. `offered` is what accounts may call, empty where nobody knows; `told` is what they say of a model.
    public byte[] list(Optional<Set<ModelName>> offered, Map<ModelName, JsonValue.Members> told, Head head) {
        var names = names(offered);
        var page = Page.of(head, USUAL, MOST);
        return isVertex(head)
                ? page.of("publisherModels", names.map(GoogleModels::published).toList())
                : page.of("models", names.map(name -> described(name, told)).toList());
    }

    /// The answer to `GET /v1beta/models/{model}`; any name will do that a request may use. Throws a [GatewayException]
    /// when there is no such model.
    public byte[] one(Optional<Set<ModelName>> offered, Map<ModelName, JsonValue.Members> told, Head head) {
        var resource = head.resource();
        var at = resource.indexOf(MODELS);
        var spoken = at < 0 ? "" : head.below(resource.substring(0, at + MODELS.length()));
        try {
            var name = catalog.resolve(spoken);
            if (catalog.find(name).isPresent()
                    || offered.filter(names -> names.contains(name)).isPresent()) {
                var model = isVertex(head) ? published(name) : described(name, told);
                return model.toString().getBytes(StandardCharsets.UTF_8);
            }
        } catch (GatewayException noName) {
            // so there is no such model
        }
        throw new Failure.ModelNotFound(("models/%s is not found for API version v1beta, or is not supported for "
                                + "generateContent. Call ListModels to see the list of available models and their supported "
                                + "methods.")
                        .formatted(spoken.length() > 100 ? spoken.substring(0, 100) + "..." : spoken))
                .asException();
    }

    private Stream<ModelName> names(Optional<Set<ModelName>> offered) {
        var known = catalog.all().stream().map(Model::name);
        if (offered.isEmpty()) {
            return known;
        }
        var others = offered.get().stream()
                .filter(name -> catalog.find(name).isEmpty())
                .map(ModelName::value)
                .sorted()
                .map(ModelName::new);
        return Stream.concat(known.filter(offered.get()::contains), others);
    }

    private JsonValue.Members described(ModelName name, Map<ModelName, JsonValue.Members> told) {
        var description = told.get(name);
        if (description != null) {
            return description;
        }
        var bare = JsonValue.Members.NONE
                .with("name", JsonValue.of("models/" + name))
                .with("baseModelId", JsonValue.of(name.value()))
                .with("version", JsonValue.of("001"));
        return catalog.find(name)
                .map(model -> known(bare, model))
                .orElseGet(() -> bare.with("supportedGenerationMethods", methods(Model.Kind.CHAT)));
    }

    private static JsonValue.Members known(JsonValue.Members bare, Model model) {
        return bare.with("displayName", JsonValue.of(model.displayName()))
                .with("inputTokenLimit", JsonValue.of(model.inputTokenLimit()))
                .with("outputTokenLimit", JsonValue.of(model.outputTokenLimit()))
                .with("supportedGenerationMethods", methods(model.kind()));
    }

    private static JsonValue.Elements methods(Model.Kind kind) {
        var methods = switch (kind) {
            case CHAT, IMAGE, SPEECH -> List.of("generateContent", "countTokens");
            case EMBEDDING -> List.of("embedContent", "countTokens");
        };
        return new JsonValue.Elements(methods.stream().map(JsonValue::of).toList());
    }

    private static JsonValue.Members published(ModelName name) {
        return JsonValue.Members.NONE
                .with("name", JsonValue.of(PUBLISHER + "models/" + name))
                .with("versionId", JsonValue.of("default"));
    }

    private static boolean isVertex(Head head) {
        return head.resource().contains("/" + PUBLISHER);
    }
}
