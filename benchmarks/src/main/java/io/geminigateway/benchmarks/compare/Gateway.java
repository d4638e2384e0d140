package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Contestants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// This project's gateway as a user starts it, with its accounts, log and all.
final class Gateway extends Program {
    static final String NAME = Contestants.GATEWAY;

    /// `launcher` is the `gateway` script beside its jar.
    Gateway(
            Children children,
            Path launcher,
            Path folder,
            Backdrop backdrop,
            Link link,
            Mock mock,
            Certificate certificate) {
        super(
                children,
                NAME,
                port -> new Launch(
                        List.of(launcher.toString(), "serve"),
                        Map.of(
                                "HOST", Target.HOST,
                                "PORT", String.valueOf(port),
                                "ACCOUNTS_DIR",
                                        accounts(folder, backdrop.accounts()).toString(),
                                "DATA_DIR", folder.resolve("data").toString(),
                                "GEMINI_API_ENDPOINT", "%s://%s:%d".formatted(link.scheme(), Target.HOST, mock.port()),
                                "UPSTREAM_CA_FILE", certificate.chain().toString())));
    }

    private static Path accounts(Path folder, int count) {
        try {
            var accounts = Files.createDirectories(folder.resolve("accounts"));
            for (var i = 1; i <= count; i++) {
                Files.writeString(accounts.resolve("benchmark-%d.json".formatted(i)), account(i));
            }
            return accounts;
        } catch (IOException failed) {
            throw new UncheckedIOException("the gateway has no account", failed);
        }
    }

    private static String account(int number) {
        return """
            {"type": "api_key", "key": "benchmark-key-%d-that-opens-nothing"}
            """.formatted(number);
    }

    @Override
    public boolean warmsSlowly() {
        return true;
    }

    @Override
    public Target target(Workload workload) {
        return Target.openAi(workload, port(), Map.of());
    }
}
