package io.geminigateway.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line per request, written in this one place. Never bodies, headers, queries or addresses of people.
final class AccessLog {
    private static final Logger log = LoggerFactory.getLogger("access");

    private AccessLog() {}

    static void write(Visit visit) {
        if (!log.isInfoEnabled()) {
            return;
        }
        var line = new StringBuilder(192);
        field(line, "method", visit.request().method().name());
        field(line, "route", visit.route());
        field(line, "request", visit.id());
        var model = visit.model();
        if (model != null) {
            field(line, "model", model);
            field(line, "stream", Boolean.toString(visit.streaming()));
        }
        var serving = visit.serving();
        if (serving != null) {
            serving.account()
                    .ifPresent(account -> field(line, "account", account.id().value()));
            field(line, "attempts", Integer.toString(serving.attempts()));
        }
        var error = visit.errorType();
        field(line, "status", Integer.toString(visit.status()));
        field(line, "duration_ms", Long.toString(visit.millis()));
        if (visit.firstByteMillis() >= 0) {
            field(line, "first_token_ms", Long.toString(visit.firstByteMillis()));
        }
        if (error != null) {
            field(line, "error_type", error.wireName());
        }
        log.info(line.toString());
    }

    private static void field(StringBuilder line, String name, String value) {
        if (!line.isEmpty()) {
            line.append(' ');
        }
        line.append(name).append('=').append(value);
    }
}
