package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that end with a status of 200 and yet are none.
class EndsTest {
    @SharedRig
    private static Rig rig;

    @AfterEach
    void forgive() {
        always(Reaction.ordinary());
        rig.refresh();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"STOP", "OTHER", "FINISH_REASON_UNSPECIFIED", "NO_IMAGE", "IMAGE_OTHER", "A_REASON_OF_TOMORROW"})
    void anEndWithNothingBeforeItMovesOn(String reason) {
        next(ending(reason));
        assertThat(Told.streamed(rig.stream("echo: hello")).text()).isEqualTo("hello");
        assertThat(served()).hasSize(2).doesNotHaveDuplicates();

        forgive();
        next(ending(reason));
        assertThat(Told.whole(rig.ask("echo: hello")).text()).isEqualTo("hello");
        assertThat(served()).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MALFORMED_FUNCTION_CALL", "MALFORMED_RESPONSE", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS"})
    void aModelThatStumblesIsAskedAgainThroughTheSameAccount(String reason) {
        next(ending(reason), ending(reason));
        assertThat(Told.streamed(rig.stream("echo: hello")).text()).isEqualTo("hello");
        assertThat(served()).hasSize(3).containsOnly(served().getFirst());

        forgive();
        next(ending(reason), ending(reason));
        assertThat(Told.whole(rig.ask("echo: hello")).text()).isEqualTo("hello");
        assertThat(served()).hasSize(3).containsOnly(served().getFirst());
    }

    @Test
    void aModelThatAlwaysStumblesIsAnError() {
        always(ending("MALFORMED_FUNCTION_CALL"));

        var streamed = Told.streamed(rig.stream("hello"));
        var whole = Told.whole(rig.ask("hello"));

        assertThat(streamed).isEqualTo(whole);
        assertThat(whole.status()).isEqualTo(502);
        assertThat(Objects.requireNonNull(whole.error()).getString("code")).isEqualTo("upstream_error");
        assertThat(served()).hasSize(6);
    }

    @Test
    void whenNobodyAnswersTheStreamIsAnErrorOfHttps() {
        always(ending("OTHER"));

        var streamed = Told.streamed(rig.stream("hello"));
        rig.thawAll();
        var whole = Told.whole(rig.ask("hello"));

        assertThat(streamed).isEqualTo(whole);
        assertThat(whole.status()).isEqualTo(502);
        assertThat(Objects.requireNonNull(whole.error()).getString("code")).isEqualTo("empty_response");
    }

    @Test
    void thoughtsWithoutAnAnswerAreTriedAgainWhereTheClientHasNotSeenThem() {
        next(thinking("STOP"));

        assertThat(Told.whole(rig.ask("echo: hello")).text()).isEqualTo("hello");
    }

    @Test
    void aStreamThatEndsAfterThoughtsAloneEndsWithAnError() {
        next(thinking("MALFORMED_FUNCTION_CALL"));

        var told = Told.streamed(rig.stream("echo: hello"));

        assertThat(told.isComplete()).isFalse();
        assertThat(Objects.requireNonNull(told.error()).getString("code")).isEqualTo("upstream_error");
        assertThat(served()).hasSize(1);
    }

    @Test
    void textBeforeAStumbleStandsOnceItWasSentAndIsForgottenOtherwise() {
        next(saying("Let me look.", "MALFORMED_FUNCTION_CALL"));
        var streamed = Told.streamed(rig.stream("echo: hello"));
        next(saying("Let me look.", "MALFORMED_FUNCTION_CALL"));
        var whole = Told.whole(rig.ask("echo: hello"));

        assertThat(streamed.text()).isEqualTo("Let me look.");
        assertThat(streamed.finishReason()).isEqualTo("stop");
        assertThat(whole.text()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAFETY", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "RECITATION", "LANGUAGE"})
    void aFilterThatTookEverythingIsAnAnswer(String reason) {
        next(ending(reason), ending(reason));

        var streamed = Told.streamed(rig.stream("hello"));
        var whole = Told.whole(rig.ask("hello"));

        assertThat(streamed.isComplete()).isTrue();
        assertThat(streamed.finishReason()).isEqualTo("content_filter");
        assertThat(whole.finishReason()).isEqualTo("content_filter");
        assertThat(served()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "IMAGE_SAFETY", "MODEL_ARMOR", "JAILBREAK"
            })
    void aPromptThatIsRefusedIsAnAnswer(String reason) {
        var refusal = Reaction.chunks(List.of("{\"promptFeedback\":{\"blockReason\":\"%s\"}}".formatted(reason)));
        next(refusal, refusal);

        var streamed = Told.streamed(rig.stream("hello"));
        var whole = Told.whole(rig.ask("hello"));

        assertThat(streamed.isComplete()).isTrue();
        assertThat(streamed.finishReason()).isEqualTo("content_filter");
        assertThat(whole.finishReason()).isEqualTo("content_filter");
        assertThat(served()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\",\"message\":\"busy\"}}",
                "[{\"error\":{\"code\":500,\"status\":\"INTERNAL\"}}]",
                "[{\"error\":{\n  \"code\": 429,\n  \"status\": \"RESOURCE_EXHAUSTED\"\n}}\n]",
                "data: {\"error\":{\"code\":500,\"status\":\"INTERNAL\"}}\n\n",
                "data: [{\"error\":{\"code\":500}}]\r\n\r\n"
            })
    void anErrorInsideA200MovesOnBeforeContentAndEndsTheStreamAfterIt(String error) {
        next(Reaction.raw(200, "text/event-stream", error));
        var before = Told.streamed(rig.stream("echo: hello"));
        rig.thawAll();
        next(Reaction.raw(
                200,
                "text/event-stream",
                "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hel\"}]}}]}\n\n" + error));
        var after = Told.streamed(rig.stream("echo: hello"));

        assertThat(before.isComplete()).isTrue();
        assertThat(before.text()).isEqualTo("hello");
        assertThat(after.text()).isEqualTo("Hel");
        assertThat(after.isComplete()).isFalse();
        assertThat(after.error()).isNotNull();
        assertThat(served()).hasSize(3);
    }

    private static void always(Reaction reaction) {
        rig.google().account("a").always(reaction);
        rig.google().account("b").always(reaction);
    }

    private static void next(Reaction... reactions) {
        List.of(reactions).forEach(rig.google()::next);
    }

    private static Reaction ending(String reason) {
        return Reaction.chunks(List.of("{\"candidates\":[{\"finishReason\":\"%s\"}]}".formatted(reason)));
    }

    private static Reaction saying(String text, String reason) {
        return Reaction.chunks(List.of("""
            {"candidates":[{"content":{"parts":[{"text":"%s"}]},"finishReason":"%s"}]}
            """.formatted(text, reason)));
    }

    private static Reaction thinking(String reason) {
        return Reaction.chunks(List.of("""
            {"candidates":[{"content":{"parts":[{"text":"Hm.","thought":true}]},"finishReason":"%s"}]}
            """.formatted(reason)));
    }

    private static List<String> served() {
        return rig.google().ledger().entries().stream()
                .map(Entry::account)
                .flatMap(Optional::stream)
                .toList();
    }
}
