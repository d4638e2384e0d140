package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Contestants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the stack costs that the gateway is built on, without the gateway: see [BareVertx].
final class VertxPassThrough extends Program {
    static final String NAME = Contestants.VERTX;

    VertxPassThrough(Children children, Link link, Mock mock, Certificate certificate) {
        super(children, NAME, port -> new Launch(command(port, link, mock, certificate), Map.of()));
    }

    private static List<String> command(int port, Link link, Mock mock, Certificate certificate) {
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
        return command;
    }

    @Override
    public boolean warmsSlowly() {
        return true;
    }

    @Override
    public Target target(Workload workload) {
        return Target.gemini(workload, port(), false);
    }
}
