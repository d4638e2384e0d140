package io.geminigateway.benchmarks.report;

/// The names of what is measured.
public final class Quantity {
    /// Processor time for each request or event.
    public static final String CPU = "cpu";

    /// The share of its core that the contestant used.
    public static final String CORE = "core";

    /// What mock and clients cost, when they are alone, for each request or event.
    public static final String RIG = "rig";

    /// Memory at the end of a window.
    public static final String RESIDENT = "resident";

    /// Memory for each open stream, beyond what was resident after the warm-up.
    public static final String STREAM_MEMORY = "stream.memory";

    public static final String OPEN_STREAMS = "open.streams";
    public static final String WINDOWS = "windows";
    public static final String VALID_WINDOWS = "windows.valid";

    public static final String START_CLOCK = "start.clock";
    public static final String START_CPU = "start.cpu";

    /// Memory when it had given its first answer, and when it was calm again after its warm-up.
    public static final String IDLE = "idle";

    public static final String CALM = "calm";
    public static final String WARM_UP = "warm-up";

    /// Shares of the requests that clients did not leave themselves.
    public static final String SUCCESS = "success";

    public static final String ATTEMPTS = "attempts";

    public static final String SERVED = "served";
    public static final String FAILURES = "failures";

    /// Memory for each slow reader.
    public static final String READER_MEMORY = "reader.memory";

    /// Memory second by second, and the straight line through it: bytes an hour, and by which share of the mean it
    /// climbs from its begin to its end.
    public static final String SOAK = "soak";

    public static final String SOAK_SLOPE = "soak.slope";
    public static final String SOAK_CLIMB = "soak.climb";

    private Quantity() {}

    /// Such as `alone.latency.p99.9`: how hard it was pressed, what was waited for, and the percentile.
    public static String waiting(String press, String what, double percentile) {
        return "%s.%s.p%s".formatted(press, what, String.valueOf(percentile).replaceFirst("\\.0$", ""));
    }
}
