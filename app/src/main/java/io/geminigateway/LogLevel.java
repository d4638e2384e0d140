package io.geminigateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/// How much is logged. The log's own configuration only sees the process environment; this one sees `.env` too.
final class LogLevel {
    static final List<String> NAMES = List.of("ERROR", "WARN", "INFO", "DEBUG");

    private LogLevel() {}

    static void apply(Environment environment) {
        var name = environment.values().getOrDefault(Setting.LOG_LEVEL, Setting.LOG_LEVEL.standard());
        set(Level.toLevel(name.strip(), Level.INFO));
    }

    static void set(Level level) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(level);
    }
}
