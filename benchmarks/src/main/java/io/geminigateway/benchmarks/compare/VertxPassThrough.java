package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Contestants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the stack costs that the gateway is built on, without the gateway: see [BareVertx].
final class VertxPassThrough implements Contestant {
    static final String NAME = Contestants.VERTX;

    private final Children children;
    private final int port = Port.free();
    private final Process process;

    VertxPassThrough(Children children, Link link, Mock mock, Certificate certificate) {
        this.children = children;
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                BareVertx.class.getName(),
                String.valueOf(port),
                String.valueOf(mock.port())));
        if (link.encrypted()) {
            command.add(certificate.chain().toString());
        }
        process = children.start(NAME, Core.CONTESTANT, command, Map.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean warmsSlowly() {
        return true;
    }

    @Override
    public Target target(Workload workload) {
        return Target.gemini(workload, port, false);
    }

    @Override
    public List<Process> processes() {
        return List.of(process);
    }

    @Override
    public void close() {
        children.end(process);
    }
}
