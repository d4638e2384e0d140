package io.geminigateway;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The part of Java's heap for what has lived a while, and how full it may become before it is cleared of what is dead.
///
/// The Serial collector, which the launcher chooses, lets it grow to the largest heap before it looks what is dead in
/// it: the ended streams of a day would take most of the machine. So it is collected as soon as half of it may be dead,
/// but not for less than [#ROOM]. Other collectors see to that themselves.
final class OldGeneration {
    /// In bytes. A collection takes some 30 ms with 15 MB alive.
    private static final long ROOM = 64L << 20;

    private static final String OF_SERIAL = "Tenured Gen";
    private static final Logger log = LoggerFactory.getLogger("gateway");

    private final MemoryPoolMXBean pool;

    private OldGeneration(MemoryPoolMXBean pool) {
        this.pool = pool;
    }

    /// Sees to it from now on. Once in a process.
    static void watch() {
        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals(OF_SERIAL)) {
                new OldGeneration(pool).heed((NotificationEmitter) ManagementFactory.getMemoryMXBean());
            }
        }
    }

    private void heed(NotificationEmitter collector) {
        collector.addNotificationListener((notification, _) -> noticed(notification), null, null);
        limit();
    }

    /// On a thread of Java's own for such news.
    private void noticed(Notification notification) {
        if (notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) {
            var before = used();
            System.gc();
            limit();
            log.debug("Old generation collected: {} MB -> {} MB", before >> 20, used() >> 20);
        }
    }

    private void limit() {
        var limit = Math.max(2 * used(), ROOM);
        pool.setUsageThreshold(Math.min(limit, pool.getUsage().getMax()));
    }

    private long used() {
        return pool.getUsage().getUsed();
    }
}
