package io.geminigateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Backend;
import io.geminigateway.failure.ErrorType;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextLengthTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        The input token count (1250000) exceeds the maximum number of tokens allowed (1048576).               | 1250000 | 1048576
        The input token count exceeds the maximum number of tokens allowed 1048576.                           |       0 | 1048576
        Unable to submit request because the input token count is 1250000 but model only supports up to 1048576. Reduce the input token count and try again. | 1250000 | 1048576
        The input token count (1,250,000) exceeds the maximum number of tokens allowed (1,048,576).           | 1250000 | 1048576
        Input is too long for this model.                                                                     |       0 |       0
        The prompt is too long: the limit is 1048576 tokens.                                                  |       0 | 1048576
        """)
    void aPromptThatIsTooLongIsKnownByItsWordsAndItsNumbers(String message, long tokens, long limit) {
        var body = "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\",\"message\":\"%s\"}}".formatted(message);

        var failure = new ErrorClassifier(InstantSource.system())
                .classify(Backend.GEMINI_API, 400, body.getBytes(UTF_8), null);

        assertThat(failure.type()).isEqualTo(ErrorType.CONTEXT_LENGTH_EXCEEDED);
        assertThat(ContextLength.in(failure.message())).isEqualTo(new ContextLength(tokens, limit));
    }
}
