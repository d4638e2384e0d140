package io.geminigateway.demo;

import io.geminigateway.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./gateway demo`: shows the main job without any account of Google's.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Show the gateway at work in front of a pretend Google; no account needed.")
public final class DemoCommand implements Callable<Integer> {
    private final DemoGateway.Starter starter;

    @Option(names = "--once", description = "End after the show, with exit code 0 if it went as it should.")
    private boolean once;

    @Option(names = "--port", description = "Port of the gateway; any free one by default.", paramLabel = "PORT")
    private int port;

    @Option(names = "--serve-only", description = "No show: only the pretend Google and the gateway, for tests.")
    private boolean serveOnly;

    @Option(
            names = "--port-file",
            description = "Write the two base URLs to this file, as JSON, once both are ready.",
            paramLabel = "FILE")
    private @Nullable Path portFile;

    public DemoCommand(DemoGateway.Starter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var stage = serveOnly ? Stage.plain(starter, port) : Stage.set(starter, port);
                var client = new Client(stage.port())) {
            tellPorts(stage);
            var show = new Show(stage, client, Terminal.ofProcess());
            var good = serveOnly || show.play();
            if (once || !good) {
                return good ? 0 : 1;
            }
            if (!serveOnly) {
                show.invite();
            }
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private void tellPorts(Stage stage) throws IOException {
        if (portFile != null) {
            var target = portFile.toAbsolutePath();
            var json = "{\"gateway\":\"http://127.0.0.1:%d\",\"simulator\":\"%s\"}%n"
                    .formatted(stage.port(), stage.google().http());
            var draft = Files.writeString(target.resolveSibling(target.getFileName() + ".part"), json);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
