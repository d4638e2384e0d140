package io.geminigateway;

import io.geminigateway.pool.FreezeCause;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolJson;
import io.geminigateway.pool.PoolState;
import io.geminigateway.state.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets what the pool has learned outlive a restart. Guarded by its monitor.
final class PoolMemory {
    private static final Logger log = LoggerFactory.getLogger(PoolMemory.class);
    private static final String KEY = "pool";

    /// By then all evidence has faded, and all but an operator's business is over.
    private static final Duration KEPT = Duration.ofDays(30);

    private final Pool pool;
    private final Shelf shelf;
    private final InstantSource clock;
    private long saved;

    PoolMemory(Pool pool, Shelf shelf, InstantSource clock) {
        this.pool = pool;
        this.shelf = shelf;
        this.clock = clock;
    }

    /// Takes up what was kept, of these accounts by their files.
    synchronized void restore(Map<String, Path> files) {
        var kept = shelf.peek(KEY).flatMap(PoolJson::read);
        kept.ifPresent(state -> {
            pool.restore(new PoolState(
                    state.at(),
                    state.accounts().stream()
                            .map(account -> asOfToday(
                                    account, state.at(), files.get(account.id().value())))
                            .toList()));
            log.info("Remembered accounts={} as_of={}", state.accounts().size(), state.at());
        });
    }

    /// Keeps what has been learned, if anything has since the last time.
    synchronized void save() {
        var reports = pool.reports();
        if (reports != saved) {
            shelf.put(KEY, PoolJson.write(pool.state()), clock.instant().plus(KEPT));
            saved = reports;
        }
    }

    /// A freeze by the operator ends with the process. A file that changed since may hold other credentials: what stood
    /// against the old ones is void.
    private static PoolState.AccountState asOfToday(PoolState.AccountState account, Instant at, @Nullable Path file) {
        var freeze = account.freeze();
        var renewed = file == null || isLaterThan(at, file);
        var lasts = freeze != null && freeze.cause() != FreezeCause.OPERATOR && !renewed;
        return new PoolState.AccountState(
                account.id(),
                account.evidence(),
                lasts ? freeze : null,
                renewed ? null : account.parked(),
                account.models());
    }

    private static boolean isLaterThan(Instant at, Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(at);
        } catch (IOException gone) {
            return true;
        }
    }
}
