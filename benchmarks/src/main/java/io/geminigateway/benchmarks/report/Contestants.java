package io.geminigateway.benchmarks.report;

import java.util.List;

/// Who is who in the figures.
public final class Contestants {
    public static final String DIRECT = "direct";
    public static final String NGINX = "nginx";
    public static final String VERTX = "vertx";
    public static final String GATEWAY = "gateway";
    public static final List<String> PEERS = List.of("node", "portkey", "litellm", "bifrost");

    private static final List<String> ORDER = List.of(DIRECT, NGINX, VERTX, GATEWAY);

    private Contestants() {}

    static boolean isPeer(String name) {
        return PEERS.contains(name);
    }

    /// Where its column stands.
    static int rank(String name) {
        return isPeer(name) ? ORDER.size() + PEERS.indexOf(name) : ORDER.indexOf(name);
    }
}
