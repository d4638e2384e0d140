package io.geminigateway.gemini;

/// Where a reader stands: `messages[2].content[0].type`; empty at the top. Put together only when somebody asks.
final class JsonPath {
    private final StringBuilder path = new StringBuilder();

    void element(int index) {
        path.append('[').append(index).append(']');
    }

    void field(String name) {
        path.append(path.isEmpty() ? "" : ".").append(name);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
