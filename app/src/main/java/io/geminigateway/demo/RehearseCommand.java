package io.geminigateway.demo;

import io.geminigateway.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./gateway rehearse`: what Java learns from to start sooner. The launcher names a gateway whose Java is to keep what
/// it loaded and how it was used (an AOT cache); it runs as it will in earnest, in a process where there is nothing
/// else to learn, between a pretend Google and a pretend application here.
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        hidden = true,
        description = "Run a gateway between a pretend application and a pretend Google, for its Java to learn from.")
public final class RehearseCommand implements Callable<Integer> {
    private static final String MESSAGES = "\"messages\": [{\"role\": \"user\", \"content\": \"How is the weather?\"}]";

    /// One question for each wording that clients use, first whole, then streamed. Mostly the first, as in life.
    private static final List<Question> QUESTIONS = List.of(
            new Question("/v1/chat/completions", "\"model\": \"gemini-3.8-flash\", " + MESSAGES),
            new Question("/v1/messages", "\"model\": \"gemini-3.8-flash\", \"max_tokens\": 100, " + MESSAGES),
            new Question("/v1/responses", "\"model\": \"gemini-3.8-flash\", \"input\": \"How is the weather?\""));

    private static final int RARELY = 15;

    @Option(names = "--rounds", defaultValue = "150", description = "How often to ask (${DEFAULT-VALUE}).")
    private int rounds;

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "Starts the gateway, as its home is another.")
    private @Nullable List<String> command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var google = Simulator.start();
                var pupil = Pupil.start(Objects.requireNonNull(command), google)) {
            rehearse(pupil.port());
            return pupil.dismiss();
        }
    }

    private void rehearse(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // as clients do; by itself it asks for the newer one
                .build()) {
            for (var round = 0; round < rounds; round++) {
                for (var question : round % RARELY == 0 ? QUESTIONS : QUESTIONS.subList(0, 1)) {
                    question.ask(client, port, false);
                    question.ask(client, port, true);
                }
            }
        }
    }

    private record Question(String path, String members) {
        void ask(HttpClient client, int port, boolean stream) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("content-type", "application/json")
                    .header("authorization", "Bearer anything")
                    .POST(HttpRequest.BodyPublishers.ofString("{%s, \"stream\": %b}".formatted(members, stream)))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("%s was answered with %s".formatted(path, answer.body()));
            }
        }
    }
}
