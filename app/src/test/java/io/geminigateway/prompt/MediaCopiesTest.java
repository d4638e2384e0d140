package io.geminigateway.prompt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.geminigateway.anthropic.messages.Messages;
import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.Reading;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.openai.chat.ChatCompletions;
import io.geminigateway.openai.images.ImageGenerations;
import io.geminigateway.openai.responses.ResponseStore;
import io.geminigateway.openai.responses.Responses;
import io.geminigateway.sse.Bytes;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A medium is copied once on its way from the body of a request into another body: what the thread allocates tells.
class MediaCopiesTest {
    private static final ModelCatalog MODELS = ModelCatalog.bundled();
    private static final ChatCompletions CHATS = new ChatCompletions(MODELS, SignatureStore.none());
    private static final Messages MESSAGES = new Messages(MODELS, SignatureStore.none(), false);
    private static final Responses RESPONSES = new Responses(MODELS, CHATS, ResponseStore.none());

    /// A picture of 3 MiB.
    private static final String PICTURE = picture();

    private static final int ONE_COPY = 5 * 1024 * 1024;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static List<Arguments> requests() {
        return List.of(
                Arguments.of(CHATS, """
                        {"model":"gemini-3.8-flash","messages":[{"role":"user","content":[{"type":"text","text":"What?"},
                         {"type":"image_url","image_url":{"url":"data:image/png;base64,%s"}}]}]}"""),
                Arguments.of(CHATS, """
                        {"model":"gemini-3.8-flash","messages":[{"role":"user","content":[
                         {"type":"input_audio","input_audio":{"data":"%s","format":"wav"}}]}]}"""),
                Arguments.of(MESSAGES, """
                        {"model":"claude-sonnet-5-5","max_tokens":9,"messages":[{"role":"user","content":[
                         {"type":"image","source":{"type":"base64","media_type":"image/png","data":"%s"}}]}]}"""),
                Arguments.of(MESSAGES, """
                        {"model":"claude-sonnet-5-5","max_tokens":9,"messages":[{"role":"user","content":"Look"},
                         {"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"shot","input":{}}]},
                         {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[
                          {"type":"image","source":{"type":"base64","media_type":"image/png","data":"%s"}}]}]}],
                         "tools":[{"name":"shot","input_schema":{"type":"object"}}]}"""),
                Arguments.of(RESPONSES, """
                        {"model":"gemini-3.8-flash","store":false,"input":[{"role":"user","content":[
                         {"type":"input_image","image_url":"data:image/png;base64,%s"}]}]}"""));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestsMediumIsCopiedOnce(Dialect dialect, String request) {
        dialect.read(inbound(request, "AAAA")).geminiRequest();
        var inbound = inbound(request, PICTURE);

        var before = threads.getCurrentThreadAllocatedBytes();
        var asked = dialect.read(inbound).geminiRequest();
        var allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(new String(asked, ISO_8859_1)).contains(PICTURE);
        assertThat(allocated).isLessThan(ONE_COPY);
    }

    static List<Arguments> questions() {
        return List.of(
                Arguments.of(CHATS, "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Draw\"}]}"),
                Arguments.of(
                        CHATS,
                        "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Draw\"}]}"),
                Arguments.of(new ImageGenerations(MODELS), "{\"model\":\"gemini-3-pro-image\",\"prompt\":\"A cat\"}"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anAnswersMediumIsCopiedOnce(Dialect dialect, String question) {
        answer(dialect, question, event("iVBORw0KGgoAAAANSUhEUgAA"));
        var event = event(PICTURE);

        var before = threads.getCurrentThreadAllocatedBytes();
        var told = answer(dialect, question, event);
        var allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(new String(told, ISO_8859_1)).contains(PICTURE);
        assertThat(allocated).isLessThan(ONE_COPY);
    }

    private static byte[] answer(Dialect dialect, String question, byte[] event) {
        var writer =
                dialect.read(new Inbound(Head.NONE, question.getBytes(UTF_8))).answer("r1", Instant.EPOCH);
        var out = new Bytes();
        if (new GeminiJson().read(event) instanceof Reading.Event(var read)) {
            writer.event(read, out);
        }
        writer.end(out);
        return out.take();
    }

    private static byte[] event(String picture) {
        return """
                {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"%s"}}]},
                 "finishReason":"STOP"}]}""".formatted(picture).getBytes(UTF_8);
    }

    private static Inbound inbound(String request, String picture) {
        return new Inbound(Head.NONE, request.formatted(picture).getBytes(UTF_8));
    }

    private static String picture() {
        var bytes = new byte[3 * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        System.arraycopy(Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAA"), 0, bytes, 0, 18);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
