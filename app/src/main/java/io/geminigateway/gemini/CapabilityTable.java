package io.geminigateway.gemini;

import io.geminigateway.gemini.ModelsFile.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What models can do, by patterns of their names. All patterns that match count, and the later ones win.
final class CapabilityTable {
    static final CapabilityTable EMPTY = new CapabilityTable(List.of());

    private record Row(NamePattern pattern, Traits traits) {}

    private final List<Row> rows;

    private CapabilityTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /// Throws an [IllegalArgumentException] for traits with words that mean nothing.
    CapabilityTable with(Map<String, Traits> added) {
        var all = new ArrayList<>(rows);
        added.forEach((pattern, traits) -> {
            check(pattern, traits);
            all.add(new Row(NamePattern.of(pattern), traits));
        });
        return new CapabilityTable(all);
    }

    /// What it makes of a model of which this is believed so far.
    Capabilities of(ModelName model, Capabilities before) {
        var capabilities = before;
        for (var row : rows) {
            if (row.pattern().matches(model.value())) {
                capabilities = ModelsReader.apply(row.traits(), capabilities);
            }
        }
        return capabilities;
    }

    private static void check(String pattern, Traits traits) {
        try {
            ModelsReader.apply(traits, Capabilities.UNKNOWN);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("capabilities.%s: %s".formatted(pattern, e.getMessage()), e);
        }
    }
}
