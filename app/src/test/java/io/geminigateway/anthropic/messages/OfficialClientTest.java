package io.geminigateway.anthropic.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.core.ObjectMappers;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.geminigateway.dialect.Story;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every story, read by Anthropic's own Java client: nothing that it requires is missing, nothing is of another kind.
class OfficialClientTest {
    /// In this release its check of searches takes no name at all, not even the one that it wants.
    static Stream<Story> answered() {
        return Story.all()
                .filter(story -> story.has("anthropic.response.json"))
                .filter(story ->
                        !new String(story.bytes("anthropic.response.json"), UTF_8).contains("server_tool_use\","));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void theStreamAddsUpToTheWholeMessage(Story story) throws JsonProcessingException {
        var mapper = ObjectMappers.jsonMapper();
        var accumulator = MessageAccumulator.create();

        for (var frame : List.of(new String(story.bytes("anthropic.stream.sse"), UTF_8).split("\n\n"))) {
            var data = frame.substring(frame.indexOf("\ndata: ") + 7);
            accumulator.accumulate(
                    mapper.readValue(data, RawMessageStreamEvent.class).validate());
        }

        var whole = mapper.readValue(new String(story.bytes("anthropic.response.json"), UTF_8), Message.class);
        var heard = accumulator.message().validate();
        assertThat(heard.content()).isEqualTo(whole.validate().content());
        assertThat(heard.stopReason()).isEqualTo(whole.stopReason());
        assertThat(heard.usage().outputTokens()).isEqualTo(whole.usage().outputTokens());
    }
}
