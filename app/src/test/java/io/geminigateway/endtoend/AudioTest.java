package io.geminigateway.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Reaction;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioTest {
    private static final String SPEAKER = "gemini-3.8-flash-tts";
    private static final byte[] WAV = "RIFF....WAVEfmt ".getBytes(ISO_8859_1);

    @SharedRig
    private static Rig rig;

    @Test
    void speechIsAWavFileOfTheSamples() throws Exception {
        var answer = speak("\"voice\":\"onyx\"");

        assertThat(answer.headers().firstValue("content-type")).contains("audio/wav");
        var wav = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(answer.body(), 0, 4, ISO_8859_1)).isEqualTo("RIFF");
        assertThat(wav.getInt(4)).isEqualTo(answer.body().length - 8);
        assertThat(wav.getInt(24)).isEqualTo(24_000);
        assertThat(wav.getInt(40)).isEqualTo(4800);
        assertThat(answer.body()).hasSize(4844);
        assertThat(sent().getJsonObject("generationConfig").getJsonObject("speechConfig"))
                .isEqualTo(new JsonObject("{\"voiceConfig\":{\"prebuiltVoiceConfig\":{\"voiceName\":\"Charon\"}}}"));
    }

    @Test
    void speechCanBeTheBareSamples() throws Exception {
        var answer = speak("\"voice\":{\"id\":\"Algieba\"},\"response_format\":\"pcm\",\"instructions\":\"Whisper.\"");

        assertThat(answer.headers().firstValue("content-type")).contains("audio/pcm");
        assertThat(answer.body()).hasSize(4800);
        assertThat(sent().encode()).contains("Algieba").contains("Whisper.\\n\\nhello");
    }

    @Test
    void whoAsksForMp3LikeOpenAisDefaultHearsSpeechAllTheSameAndIsToldThatItIsWav() throws Exception {
        var answer = speak("\"voice\":\"alloy\",\"response_format\":\"mp3\",\"speed\":1.5");

        assertThat(answer.headers().firstValue("content-type")).contains("audio/wav");
        assertThat(answer.headers().firstValue("x-gateway-dropped")).contains("response_format, speed");
        assertThat(new String(answer.body(), 0, 4, ISO_8859_1)).isEqualTo("RIFF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"response_format\":\"opus\"", "\"response_format\":\"flac\"", "\"stream_format\":\"sse\"",
                "\"voice\":7", "\"voice\":\"../..\"", "\"input\":\"\"",
            })
    void whatCannotBeSpokenIsRefused(String option) throws Exception {
        var answer = post(option);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(rig.google().ledger().entries()).isEmpty();
    }

    @Test
    void blockedSpeechIsAContentPolicyViolation() throws Exception {
        rig.google().next(Reaction.chunks(List.of("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}")));

        var answer = post("\"voice\":\"alloy\"");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), ISO_8859_1)).contains("content_policy_violation");
    }

    @Test
    void aTranscriptIsWhatTheModelHeard() {
        rig.google().next(Reaction.text("Good morning."));

        var answer = transcribe(form().field("language", "en").field("prompt", "a greeting"));

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        var json = new JsonObject(answer.body());
        assertThat(json.getString("text")).isEqualTo("Good morning.");
        assertThat(json.getJsonObject("usage").getString("type")).isEqualTo("tokens");
        var parts = sent().getJsonArray("contents").getJsonObject(0).getJsonArray("parts");
        assertThat(parts.getJsonObject(0).getJsonObject("inlineData").getString("mimeType"))
                .isEqualTo("audio/wav");
        assertThat(parts.getJsonObject(1).getString("text")).contains("en").contains("a greeting");
    }

    @Test
    void aTranscriptCanBeBareText() {
        rig.google().next(Reaction.text("Good morning."));

        var answer = transcribe(form().field("response_format", "text"));

        assertThat(answer.body()).isEqualTo("Good morning.\n");
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void aTranscriptCanBeStreamed() {
        rig.google().next(Reaction.text("one two three four five six seven eight"));

        var answer = transcribe(form().field("stream", "true"));

        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
        assertThat(answer.body().lines().filter(line -> line.contains("transcript.text.delta")))
                .hasSize(2);
        assertThat(answer.body())
                .contains("\"type\":\"transcript.text.done\",\"text\":\"one two three four five six seven eight\"");
    }

    @Test
    void aTranslationAsksForEnglish() {
        var request = form().post(HttpRequest.newBuilder(rig.url("/v1/audio/translations")));

        assertThat(rig.send(request.build()).statusCode()).isEqualTo(200);
        assertThat(sent().encode()).contains("English");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verbose_json", "srt", "vtt", "diarized_json", "poem"})
    void formatsThatTellTimesAreRefused(String format) {
        var answer = transcribe(form().field("response_format", format));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(answer.body()).getJsonObject("error").getString("param"))
                .isEqualTo("response_format");
    }

    @ParameterizedTest
    @CsvSource({
        "ID3.........., audio/mp3",
        "fLaC........., audio/flac",
        "OggS........., audio/ogg",
        "....ftypM4A ., audio/mp4",
        "FORM....AIFF., audio/aiff",
    })
    void aFileIsWhatItsBytesSay(String bytes, String type) {
        var form = new FormBody().field("model", Rig.MODEL).file("file", "x.wav", bytes.getBytes(ISO_8859_1));

        assertThat(transcribe(form).statusCode()).isEqualTo(200);

        assertThat(sent().encode()).contains(type);
    }

    @Test
    void aFileThatIsNoAudioIsRefused() {
        var form =
                new FormBody().field("model", Rig.MODEL).file("file", "x.wav", "%PDF-1.7 hello".getBytes(ISO_8859_1));

        assertThat(transcribe(form).statusCode()).isEqualTo(400);
    }

    private static FormBody form() {
        return new FormBody().field("model", Rig.MODEL).file("file", "hello.wav", WAV);
    }

    private static HttpResponse<String> transcribe(FormBody form) {
        return rig.send(form.post(HttpRequest.newBuilder(rig.url("/v1/audio/transcriptions")))
                .build());
    }

    private static HttpResponse<byte[]> speak(String option) throws IOException, InterruptedException {
        var answer = post(option);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static HttpResponse<byte[]> post(String option) throws IOException, InterruptedException {
        var body = new JsonObject("{\"model\":\"%s\",\"input\":\"hello\"}".formatted(SPEAKER));
        var request = HttpRequest.newBuilder(rig.url("/v1/audio/speech"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body.mergeIn(new JsonObject("{" + option + "}")).encode()));
        return rig.http().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonObject sent() {
        return new JsonObject(rig.google().ledger().entries().getFirst().body());
    }
}
