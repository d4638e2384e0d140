package io.geminigateway;

import java.lang.management.ManagementFactory;

/// Lets things live until they are old, 20 MB of them at a time and a gigabyte in all. Prints the largest heap, in MB.
final class PromotingProcess {
    private static final int ALIVE = 20_000;
    private static final int SIZE = 1_000;

    private PromotingProcess() {}

    static void main() {
        OldGeneration.watch();
        var alive = new byte[ALIVE][];
        var largest = 0L;
        for (var i = 0; i < 1_000_000; i++) {
            alive[i % ALIVE] = new byte[SIZE];
            if (i % ALIVE == 0) {
                largest = Math.max(
                        largest,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted());
            }
        }
        System.out.println(largest >> 20);
    }
}
