package io.geminigateway.telemetry;

import io.geminigateway.failure.ErrorType;
import org.jspecify.annotations.Nullable;

/// How requests and streams end, in few words.
final class Outcomes {
    static final String OK = "ok";

    private Outcomes() {}

    static String ofRequest(@Nullable ErrorType error) {
        return switch (error) {
            case null -> OK;
            case CLIENT_CLOSED, CLIENT_STALLED -> "client_closed";
            case GATEWAY_OVERLOADED, GATEWAY_SHUTTING_DOWN -> "rejected";
            default -> "error";
        };
    }

    static String ofStream(@Nullable ErrorType error) {
        return switch (error) {
            case null -> "complete";
            case CLIENT_CLOSED, CLIENT_STALLED -> error.wireName();
            case UPSTREAM_RESET, UPSTREAM_TRUNCATED -> "upstream_truncated";
            case UPSTREAM_TIMEOUT_FIRST, UPSTREAM_TIMEOUT_IDLE, UPSTREAM_TIMEOUT_TOTAL -> "timeout";
            case GATEWAY_SHUTTING_DOWN -> "shutdown";
            default -> "upstream_error";
        };
    }

    /// As a label: absent on success.
    static String label(@Nullable ErrorType error) {
        return error == null ? "" : error.wireName();
    }
}
