package io.geminigateway.prompt;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The parameters of one request that have no effect, because Gemini or this model has no word for them. A client may
/// read them in a header.
public final class Dropped {
    private static final String HEADER = "x-gateway-dropped";

    private final Set<String> names = new LinkedHashSet<>();

    public void add(String name) {
        names.add(name);
    }

    public void addIf(boolean dropped, String name) {
        if (dropped) {
            add(name);
        }
    }

    public Map<String, String> headers() {
        return names.isEmpty() ? Map.of() : Map.of(HEADER, String.join(", ", names));
    }
}
