package io.geminigateway.benchmarks.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A gateway of others, as `benchmarks/peers/NAME/start` starts it: it finds the mock, its own port and the mock's
/// certificate in the environment.
final class Peer implements Contestant {
    static final List<String> NAMES = List.of("node", "portkey", "litellm", "bifrost");
    private static final Path SCRIPTS = Path.of("benchmarks/peers").toAbsolutePath();
    private static final Path HOMES = Path.of("benchmarks/target/peers").toAbsolutePath();

    private final Children children;
    private final String name;
    private final Target target;
    private final Process process;

    Peer(Children children, String name, Scenario scenario, Mock mock, Certificate certificate) {
        this.children = children;
        this.name = name;
        var google = "%s://%s:%d".formatted(scenario.link().encrypted() ? "https" : "http", Target.HOST, mock.port());
        target = Target.openAi(scenario, Port.free(), wishes(name, google));
        process = children.start(
                name,
                Core.CONTESTANT,
                List.of(
                        "env",
                        "-C",
                        HOMES.resolve(name).toString(),
                        SCRIPTS.resolve(name).resolve("start").toString()),
                Map.of(
                        "MOCK_URL", google,
                        "PORT", String.valueOf(target.port()),
                        "CA_FILE", certificate.chain().toString()));
    }

    /// What a peer has to be told with every request.
    private static Map<String, String> wishes(String name, String google) {
        return name.equals("portkey")
                ? Map.of("x-portkey-provider", "google", "x-portkey-custom-host", google)
                : Map.of();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Target target() {
        return target;
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
