package io.geminigateway.benchmarks.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A gateway of others, as `benchmarks/peers/NAME/start` starts it: it finds the mock, its own port and the mock's
/// certificate in the environment.
final class Peer extends Program {
    private static final Path SCRIPTS = Path.of("benchmarks/peers").toAbsolutePath();
    private static final Path HOMES = Path.of("benchmarks/target/peers").toAbsolutePath();

    private final Map<String, String> wishes;

    Peer(Children children, String name, Link link, Mock mock, Certificate certificate) {
        super(
                children,
                name,
                port -> new Launch(
                        List.of(
                                "env",
                                "-C",
                                HOMES.resolve(name).toString(),
                                SCRIPTS.resolve(name).resolve("start").toString()),
                        Map.of(
                                "MOCK_URL", google(link, mock),
                                "PORT", String.valueOf(port),
                                "CA_FILE", certificate.chain().toString())));
        wishes = wishes(name, google(link, mock));
    }

    private static String google(Link link, Mock mock) {
        return "%s://%s:%d".formatted(link.scheme(), Target.HOST, mock.port());
    }

    /// What a peer has to be told with every request.
    private static Map<String, String> wishes(String name, String google) {
        return name.equals("portkey")
                ? Map.of("x-portkey-provider", "google", "x-portkey-custom-host", google)
                : Map.of();
    }

    @Override
    public Target target(Workload workload) {
        return Target.openAi(workload, port(), wishes);
    }
}
