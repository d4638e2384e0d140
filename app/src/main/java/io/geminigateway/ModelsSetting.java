package io.geminigateway;

import io.geminigateway.gemini.ModelCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The models: those that come with the program, and what the operator's own file says about them.
final class ModelsSetting {
    private static final Setting NAME = Setting.MODELS_FILE;
    private static final int MAX_BYTES = 4 << 20;

    private ModelsSetting() {}

    /// `models.json` beside the launcher, where MODELS_FILE names no other. That one need not exist.
    static ModelCatalog read(Settings settings, Path home) {
        var bundled = ModelCatalog.bundled();
        var file = settings.path(NAME, home).orElseThrow();
        if (!settings.isSet(NAME) && !Files.exists(file)) {
            return bundled;
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("it is larger than %d bytes".formatted(MAX_BYTES));
            }
            return bundled.with(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            settings.problem("%s: %s cannot be read: %s".formatted(NAME, file, unreadable.getMessage()));
        } catch (IllegalArgumentException faulty) {
            settings.problem("%s: %s is not valid: %s".formatted(NAME, file, faulty.getMessage()));
        }
        return bundled;
    }
}
