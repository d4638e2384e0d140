package io.geminigateway.gemini;

import io.geminigateway.gemini.ModelsFile.Entry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one or more `models.json` of the same standing say: models, newest first within their kind, and what their
/// names suggest.
record ModelLayer(Map<ModelName, Model> models, CapabilityTable table) {
    static final ModelLayer NOTHING = new ModelLayer(Map.of(), CapabilityTable.EMPTY);

    ModelLayer {
        models = Collections.unmodifiableMap(models); // keeps its order, which Map.copyOf would not
    }

    /// Throws an [IllegalArgumentException] for what means nothing.
    ModelLayer with(ModelsFile file) {
        var all = new LinkedHashMap<>(models);
        add(file.chat(), Model.Kind.CHAT, all);
        add(file.image(), Model.Kind.IMAGE, all);
        add(file.speech(), Model.Kind.SPEECH, all);
        add(file.embedding(), Model.Kind.EMBEDDING, all);
        return new ModelLayer(all, file.capabilities() == null ? table : table.with(file.capabilities()));
    }

    private static void add(@Nullable List<Entry> entries, Model.Kind kind, Map<ModelName, Model> models) {
        if (entries == null) {
            return;
        }
        for (var entry : entries) {
            if (!ModelName.isName(entry.id())) {
                throw new IllegalArgumentException("'%s' is not the name of a model".formatted(entry.id()));
            }
            var name = new ModelName(entry.id());
            var model = new Model(
                    name,
                    entry.displayName() == null ? entry.id() : entry.displayName(),
                    kind,
                    entry.released() == null ? Model.LONG_AGO : entry.released(),
                    entry.inputTokenLimit(),
                    entry.outputTokenLimit() == null ? 0 : entry.outputTokenLimit(),
                    entry.maxTemperature() == null ? Model.USUAL_MAX_TEMPERATURE : entry.maxTemperature());
            models.put(name, model);
        }
    }
}
