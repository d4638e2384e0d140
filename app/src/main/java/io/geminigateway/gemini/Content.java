package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One turn of a conversation. `role` is `user` or `model`; a system instruction needs none. Answers may lack `parts`.
@Json
public record Content(@Nullable String role, @Nullable List<Part> parts) {
    public static final String USER = "user";
    public static final String MODEL = "model";

    /// The parts; empty where Google left them out.
    public List<Part> partsOrNone() {
        return parts == null ? List.of() : parts;
    }
}
