package io.geminigateway.demo;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./gateway rehearse`: what Java learns from to start sooner. The launcher runs it once and has Java keep what it
/// loaded and how it was used (an AOT cache); hence all that a real start does should happen here, TLS included.
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        hidden = true,
        description = "Serve a pretend application from a pretend Google for a moment, for Java to learn from.")
public final class RehearseCommand implements Callable<Integer> {
    private static final int OK = 200;

    private final DemoGateway.Starter starter;

    @Option(names = "--rounds", defaultValue = "150", description = "How often to ask (${DEFAULT-VALUE}).")
    private int rounds;

    public RehearseCommand(DemoGateway.Starter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var stage = Stage.secured(starter);
                var client = new Client(stage.port())) {
            for (var round = 0; round < rounds; round++) {
                client.stream("Tell me about the weather", _ -> {});
                if (client.ask("And tomorrow?").status() != OK) {
                    return 1;
                }
            }
        }
        return 0;
    }
}
