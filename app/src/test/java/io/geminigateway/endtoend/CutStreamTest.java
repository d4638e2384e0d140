package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Reaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutStreamTest {
    private static final List<String> CHUNKS = List.of("""
            {"candidates":[{"content":{"role":"model","parts":[{"text":"Grüße "}]},"index":0}],"modelVersion":"m"}""", """
            {"candidates":[{"content":{"role":"model","parts":[{"text":"aus Köln"}]},"index":0}],"modelVersion":"m"}""", """
            {"candidates":[{"content":{"role":"model","parts":[{"text":"!"}]},"finishReason":"STOP","index":0}]}""");
    private static final int FRAMING = "\r\n\r\n".length();
    private static final String WHOLE = "Grüße aus Köln!";

    @TempDir
    private Path home;

    /// Before the first content a cut costs the client nothing; after it the client gets what came and then an error,
    /// never a short answer that looks whole.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStreamCutAtAnyByteIsMadeGoodOrReported(boolean endsCleanly) {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            var answer = Reaction.chunks(CHUNKS);
            rig.google().account("a").always(answer);
            rig.google().account("b").always(answer);
            var reported = 0;
            var madeGood = 0;

            for (var at = 0; at < bytes(3); at++) {
                rig.google().next(endsCleanly ? answer.endedAfter(at) : answer.cutAfter(at));
                rig.google().ledger().clear();
                var told = Told.streamed(rig.stream("hello"));

                if (told.isComplete()) {
                    assertThat(told.text()).as("cut at %d", at).isEqualTo(WHOLE);
                    madeGood += rig.google().ledger().entries().size() == 2 ? 1 : 0;
                } else {
                    assertThat(told.error()).as("cut at %d", at).isNotNull();
                    assertThat(told.text())
                            .as("cut at %d", at)
                            .isNotEmpty()
                            .satisfies(text -> assertThat(WHOLE).startsWith(text));
                    assertThat(told.done()).as("cut at %d", at).isFalse();
                    reported++;
                }
                rig.thawAll();
            }

            assertThat(madeGood).as("cuts before the first content").isGreaterThanOrEqualTo(bytes(1) - FRAMING);
            assertThat(reported).as("cuts after it").isGreaterThanOrEqualTo(bytes(1));
        }
    }

    @Test
    void aWholeAnswerCutAtAnyByteIsMadeGood() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            var answer = Reaction.chunks(List.of(CHUNKS.getLast().replace("!", WHOLE)));
            rig.google().account("a").always(answer);
            rig.google().account("b").always(answer);

            for (var at = 0; at < 100; at++) {
                rig.google().next(at % 2 == 0 ? answer.endedAfter(at) : answer.cutAfter(at));
                var told = Told.whole(rig.ask("hello"));

                assertThat(told.text()).as("cut at %d", at).isEqualTo(WHOLE);
                rig.thawAll();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void howTheBytesArriveMakesNoDifference(int bytesPerWrite) {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").always(Reaction.chunks(CHUNKS).slicedInto(bytesPerWrite));

            var told = Told.streamed(rig.stream("hello"));

            assertThat(told.isComplete()).isTrue();
            assertThat(told.text()).isEqualTo(WHOLE);
        }
    }

    /// The length of the first events of the stream as Google frames them.
    private static int bytes(int events) {
        return CHUNKS.subList(0, events).stream()
                .mapToInt(chunk -> "data: ".length() + chunk.getBytes(StandardCharsets.UTF_8).length + FRAMING)
                .sum();
    }
}
