package io.geminigateway.upstream;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.gemini.ListedModel;
import io.geminigateway.gemini.ModelName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the entries of Google's list of models: those that are for us, and what is told about them.
final class ModelEntries {
    private ModelEntries() {}

    static List<ListedModel> models(List<Members> entries) {
        return entries.stream()
                .filter(entry -> ListedNames.isOurs(name(entry)))
                .map(ModelEntries::model)
                .filter(ModelEntries::isForUs)
                .toList();
    }

    /// Only the Developer API describes its models in the way that its clients know.
    private static ListedModel model(Members entry) {
        var name = name(entry);
        var methods = methods(entry);
        return new ListedModel(
                new ModelName(name),
                text(entry, "displayName").filter(shown -> !shown.isBlank()).orElse(name),
                (int) number(entry, "inputTokenLimit", Integer.MAX_VALUE),
                (int) number(entry, "outputTokenLimit", Integer.MAX_VALUE),
                number(entry, "maxTemperature", 2),
                JsonValue.of(true).equals(entry.get("thinking")),
                methods,
                methods.isEmpty() ? Members.NONE : entry);
    }

    private static String name(Members entry) {
        var name = text(entry, "name").orElse("");
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// Vertex AI does not say what its models can do.
    private static boolean isForUs(ListedModel model) {
        return model.methods().isEmpty()
                || model.methods().contains("generateContent")
                || model.methods().contains("embedContent");
    }

    /// 0 for what is no number, or none that means anything.
    private static double number(Members entry, String field, double largest) {
        var number = entry.get(field) instanceof JsonValue.Numeral(var digits) ? Double.parseDouble(digits) : 0;
        return number > 0 ? Math.min(number, largest) : 0;
    }

    private static Set<String> methods(Members entry) {
        return entry.get("supportedGenerationMethods") instanceof JsonValue.Elements(var methods)
                ? methods.stream().flatMap(method -> method.asText().stream()).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Optional<String> text(Members entry, String field) {
        return Optional.ofNullable(entry.get(field)).flatMap(JsonValue::asText);
    }
}
