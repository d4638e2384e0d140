package io.geminigateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LogSetupTest {
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void furnish() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void logbackFindsIt() {
        var found = ServiceLoader.load(Configurator.class).stream().map(ServiceLoader.Provider::type);

        assertThat(found).contains(LogSetup.class);
    }

    @Test
    void everyLineGoesThroughTheQueueAndLibrariesSayLess() {
        new LogSetup().configure(context);

        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        assertThat(root.getAppender("QUEUE")).isInstanceOf(LogQueue.class);
        assertThat(context.getLogger("io.netty.channel").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("io.vertx.core").getEffectiveLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void aMessageStaysOnItsLine() {
        var event = new LoggingEvent(
                "", context.getLogger("io.geminigateway.server.Access"), Level.INFO, "one\ntwo {}", null, new Object[] {
                    3
                });
        event.setInstant(Instant.parse("2026-11-30T01:02:03.004Z"));

        var line = new String(LogSetup.spelling(context).encode(event), StandardCharsets.UTF_8);

        assertThat(line).isEqualTo("2026-11-30T01:02:03.004Z INFO  Access - one two 3%n".formatted());
    }
}
