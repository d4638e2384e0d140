package io.geminigateway;

import java.nio.file.Path;

/// The folder of the launcher: `accounts/`, `data/` and `.env` lie beside it, wherever it is called from.
final class Home {
    private Home() {}

    static Path folder() {
        return Path.of(System.getProperty("gateway.home", "")).toAbsolutePath();
    }
}
