package io.geminigateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The values of all settings, from wherever they come.
final class Environment {
    private Environment() {}

    /// Flags win over the environment, which wins over the `.env` file.
    static Map<String, String> read(Path home, Map<String, String> flags) throws IOException {
        var values = new HashMap<>(DotEnv.read(home.resolve(".env")));
        values.putAll(System.getenv());
        values.putAll(flags);
        return values;
    }
}
