package io.geminigateway.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.Reading;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseReader;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// One conversation, told by the files of a directory under `conversations`: the same exchange in every dialect.
public record Story(Path directory) {
    private static final Path ALL = Path.of("src/test/resources/conversations");

    public static Stream<Story> all() {
        try (var directories = Files.list(ALL)) {
            return directories.sorted().map(Story::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those that are told in this dialect.
    public static Stream<Story> in(String dialect) {
        return all().filter(story -> story.has(dialect + ".request.json"));
    }

    public boolean has(String file) {
        return Files.exists(directory.resolve(file));
    }

    public byte[] bytes(String file) {
        try {
            return Files.readAllBytes(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonObject json(String file) {
        return new JsonObject(new String(bytes(file), UTF_8));
    }

    /// What Gemini answers.
    public List<GeminiEvent> events() {
        return events(bytes("gemini.stream.sse"));
    }

    /// The request in the words of this dialect, whose files begin with `name`, as the dialect reads it.
    public DialectCall read(Dialect dialect, String name, boolean streaming) {
        var request = json(name + ".request.json").put("stream", streaming);
        var call = dialect.read(request.encode().getBytes(UTF_8));
        assertThat(call.streaming()).isEqualTo(streaming);
        return call;
    }

    /// What this writer makes of Gemini's answer.
    public String told(AnswerWriter writer) {
        var out = new Bytes();
        events().forEach(event -> writer.event(event, out));
        writer.end(out);
        return out.toString();
    }

    public static List<GeminiEvent> events(byte[] stream) {
        var json = new GeminiJson();
        var events = new ArrayList<GeminiEvent>();
        var reader = new SseReader(data -> events.add(((Reading.Event) json.read(data)).event()));
        reader.feed(stream);
        reader.end();
        return events;
    }

    /// The frames of a stream, line by line, with their JSON as trees.
    public static List<List<Object>> frames(String stream) {
        assertThat(stream).endsWith("\n\n");
        return Arrays.stream(stream.split("\n\n")).map(Story::lines).toList();
    }

    private static List<Object> lines(String frame) {
        return Arrays.stream(frame.split("\n"))
                .<Object>map(line -> line.startsWith("data: {") ? new JsonObject(line.substring(6)) : line)
                .toList();
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}
