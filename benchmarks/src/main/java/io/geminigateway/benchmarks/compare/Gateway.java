package io.geminigateway.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// This project's gateway as a user starts it, with one account, log and all.
final class Gateway implements Contestant {
    static final String NAME = "gateway";

    private static final String ACCOUNT = """
            {"type": "api_key", "key": "benchmark-key-that-opens-nothing"}
            """;

    private final Children children;
    private final Target target;
    private final Process process;

    /// `launcher` is the `gateway` script beside its jar.
    Gateway(Children children, Path launcher, Path folder, Scenario scenario, Mock mock, Certificate certificate) {
        this.children = children;
        target = Target.openAi(scenario, Port.free());
        var scheme = scenario.link().encrypted() ? "https" : "http";
        var environment = Map.of(
                "HOST", Target.HOST,
                "PORT", String.valueOf(target.port()),
                "ACCOUNTS_DIR", accounts(folder).toString(),
                "DATA_DIR", folder.resolve("data").toString(),
                "GEMINI_API_ENDPOINT", "%s://%s:%d".formatted(scheme, Target.HOST, mock.port()),
                "UPSTREAM_CA_FILE", certificate.chain().toString());
        process = children.start(NAME, Core.CONTESTANT, List.of(launcher.toString(), "serve"), environment);
    }

    private static Path accounts(Path folder) {
        try {
            var accounts = Files.createDirectories(folder.resolve("accounts"));
            Files.writeString(accounts.resolve("benchmark.json"), ACCOUNT);
            return accounts;
        } catch (IOException failed) {
            throw new UncheckedIOException("the gateway has no account", failed);
        }
    }

    @Override
    public String name() {
        return NAME;
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
