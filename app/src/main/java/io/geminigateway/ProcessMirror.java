package io.geminigateway;

import ch.qos.logback.classic.LoggerContext;
import io.geminigateway.log.LogQueue;
import io.geminigateway.relay.Commons;
import io.geminigateway.server.Server;
import io.geminigateway.state.Store;
import io.geminigateway.telemetry.Mirror;
import io.geminigateway.telemetry.Sheet;
import io.geminigateway.telemetry.TelemetryNames;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the process as a whole is, as a scrape sees it. Thread-safe, as what it looks at is.
record ProcessMirror(Server server, Commons commons, Store store, BooleanSupplier closing) implements Mirror {
    @Override
    public void tell(Sheet sheet) {
        var usable = commons.pool().snapshot().usable() > 0;
        sheet.add(TelemetryNames.BUILD, 1, Version.current(), Runtime.version().toString());
        sheet.add(TelemetryNames.READY, usable && !closing.getAsBoolean() ? 1 : 0);
        sheet.add(TelemetryNames.HTTP_ACTIVE, server.inside());
        sheet.add(TelemetryNames.INSIDE, server.inside());
        sheet.add(TelemetryNames.REQUEST_BODIES, server.bodyBytes());
        sheet.add(TelemetryNames.WAITING, commons.room().size());
        sheet.add(TelemetryNames.RETRY_BUDGET, commons.retries().left());
        sheet.add(TelemetryNames.DEGRADED, store.isDegraded() ? 1 : 0, "state");
        sheet.add(TelemetryNames.DROPPED, droppedLines(), "log");
    }

    private static long droppedLines() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                        && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(LogQueue.NAME)
                                instanceof LogQueue queue
                ? queue.dropped()
                : 0;
    }
}
