package io.geminigateway.benchmarks.compare;

/// How the upstream is reached. Over TLS the gateway speaks HTTP/2, as Google does; nginx and direct clients
/// have only HTTP/1.1.
enum Link {
    H1("h1", "h1 upstream"),
    TLS("tls", "TLS h2 upstream");

    private final String id;
    private final String title;

    Link(String id, String title) {
        this.id = id;
        this.title = title;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String scheme() {
        return encrypted() ? "https" : "http";
    }

    boolean encrypted() {
        return this == TLS;
    }
}
