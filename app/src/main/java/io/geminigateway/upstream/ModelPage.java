package io.geminigateway.upstream;

import io.geminigateway.gemini.ListedModel;
import io.geminigateway.gemini.ModelName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a page of Google's list of models: those that are for us, and what is told about them.
final class ModelPage {
    private ModelPage() {}

    static List<ListedModel> models(Map<?, ?> page) {
        return Stream.of("models", "publisherModels")
                .map(page::get)
                .flatMap(list -> list instanceof List<?> entries ? entries.stream() : Stream.empty())
                .flatMap(entry -> entry instanceof Map<?, ?> model ? Stream.of(model) : Stream.empty())
                .filter(model -> ListedNames.isOurs(name(model)))
                .map(ModelPage::model)
                .filter(ModelPage::isForUs)
                .toList();
    }

    private static ListedModel model(Map<?, ?> entry) {
        var name = name(entry);
        return new ListedModel(
                new ModelName(name),
                entry.get("displayName") instanceof String shown && !shown.isBlank() ? shown : name,
                (int) number(entry, "inputTokenLimit", Integer.MAX_VALUE),
                (int) number(entry, "outputTokenLimit", Integer.MAX_VALUE),
                number(entry, "maxTemperature", 2),
                Boolean.TRUE.equals(entry.get("thinking")),
                methods(entry));
    }

    private static String name(Map<?, ?> entry) {
        var name = String.valueOf(entry.get("name"));
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// Vertex AI does not say what its models can do.
    private static boolean isForUs(ListedModel model) {
        return model.methods().isEmpty()
                || model.methods().contains("generateContent")
                || model.methods().contains("embedContent");
    }

    /// 0 for what is no number, or none that means anything.
    private static double number(Map<?, ?> entry, String field, double largest) {
        return entry.get(field) instanceof Number number && number.doubleValue() > 0
                ? Math.min(number.doubleValue(), largest)
                : 0;
    }

    private static Set<String> methods(Map<?, ?> entry) {
        return entry.get("supportedGenerationMethods") instanceof List<?> methods
                ? methods.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
