package io.geminigateway.doctor;

import java.util.List;

/// The Java that runs us, and the memory it may use.
final class JavaCheck implements Check {
    private static final int NEEDED = 25;
    private static final long SMALL_HEAP = 128;
    private static final long MEGABYTE = 1024 * 1024;

    private final int feature;
    private final long heap;

    JavaCheck() {
        this(Runtime.version().feature(), Runtime.getRuntime().maxMemory() / MEGABYTE);
    }

    JavaCheck(int feature, long heap) {
        this.feature = feature;
        this.heap = heap;
    }

    @Override
    public List<Finding> look() {
        if (feature < NEEDED) {
            return List.of(Finding.fail(
                    "java",
                    "Java %d runs the gateway, which needs %d".formatted(feature, NEEDED),
                    "install a JDK 25 from https://adoptium.net, or point JAVA_HOME at one"));
        }
        if (heap < SMALL_HEAP) {
            return List.of(Finding.warn(
                    "java",
                    "Java %d, but it may use only %d MiB of memory".formatted(feature, heap),
                    "give the machine or container 512 MiB, or set GATEWAY_JAVA_OPTS=-Xmx256m"));
        }
        return List.of(Finding.ok("java", "Java %d, up to %d MiB of heap".formatted(feature, heap)));
    }
}
