package io.geminigateway.telemetry;

import io.geminigateway.account.Account;
import io.geminigateway.account.Backend;
import org.jspecify.annotations.Nullable;

/// OpenTelemetry's names of those who serve.
final class Providers {
    private static final String ANY_OTHER = "gcp.gen_ai";

    private Providers() {}

    static String of(@Nullable Account account) {
        return account == null ? ANY_OTHER : of(account.backend());
    }

    private static String of(Backend backend) {
        return switch (backend) {
            case GEMINI_API -> "gcp.gemini";
            case VERTEX -> "gcp.vertex_ai";
            case CODE_ASSIST -> ANY_OTHER;
        };
    }
}
