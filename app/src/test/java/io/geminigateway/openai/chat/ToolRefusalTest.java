package io.geminigateway.openai.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be passed on to Gemini, or would be refused there without a word a client understands.
class ToolRefusalTest {
    private static final String CALLS =
            "{'role':'assistant','tool_calls':[{'id':'a','function':{'name':'f'}},{'id':'b','function':{'name':'g'}}]}";

    private final ChatCompletions chat = new ChatCompletions(ModelCatalog.bundled(), SignatureStore.none());

    @Test
    void aHistoryWithGapsIsMendedAndSaidToBe() {
        var call = call("'messages':[{'role':'tool','tool_call_id':'x','content':'1'}," + CALLS + "]");

        assertThat(call.headers()).containsEntry("x-gateway-dropped", "messages[].tool_call_id, messages[].tool_calls");
    }

    @Test
    void aResultHoldsWhatAMessageMayHold() {
        var refusal = refusal("'messages':[{'role':'user','content':'Hi'}," + CALLS
                + ",{'role':'tool','tool_call_id':'a','content':[{'type':'smell'}]}]");

        assertThat(refusal.param()).isEqualTo("messages[2].content[0].type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'tools':[{'type':'function','function':{'name':'f'}},{'type':'function','function':{'name':'f'}}] | tools[1].function.name",
                "'tools':[{'type':'function','function':{'name':'f'}},{'type':'custom','custom':{'name':'f'}}]     | tools[1].custom.name",
                "'functions':[{'name':'f'},{'name':'f'}]                                                     | functions[1].name",
                "'tools':[{'type':'function','function':{'name':''}}]                                           | tools[0].function.name",
                "'tools':[{'function':{'name':'f'}}],'tool_choice':{'type':'function','function':{'name':'g'}}  | tool_choice.function.name",
                "'tools':[{'function':{'name':'f'}}],'tool_choice':{'type':'allowed_tools','allowed_tools':{'tools':[{'function':{'name':'g'}}]}} | tool_choice.allowed_tools.tools[0].function.name",
                "'tools':[{'function':{'name':'f'}}],'tool_choice':{'type':'allowed_tools','allowed_tools':{'tools':[]}} | tool_choice.allowed_tools.tools",
                "'tools':[{'function':{'name':'f'}}],'tool_choice':{'type':'allowed_tools','allowed_tools':{'mode':'x','tools':[{'name':'f'}]}} | tool_choice.allowed_tools.mode",
                "'tools':[{'function':{'name':'f'}}],'tool_choice':'perhaps'                                    | tool_choice",
                "'tool_choice':'required'                                                                     | tool_choice"
            })
    void whatIsDeclaredIsClear(String fields, String param) {
        var refusal = refusal("'messages':[{'role':'user','content':'Hi'}]," + fields);

        assertThat(refusal.param()).isEqualTo(param);
        assertThat(refusal.message()).startsWith("'" + param + "'");
    }

    @Test
    void moreFunctionsThanGeminiTakesAreTooMany() {
        var refusal = refusal("'messages':[{'role':'user','content':'Hi'}],'tools':[%s]".formatted(functions(513)));

        assertThat(refusal.message()).contains("512");
        assertThat(read("'messages':[{'role':'user','content':'Hi'}],'tools':[%s]".formatted(functions(512))))
                .isNotEmpty();
    }

    private static String functions(int number) {
        return IntStream.range(0, number)
                .mapToObj("{'type':'function','function':{'name':'f%d'}}"::formatted)
                .collect(Collectors.joining(","));
    }

    private Failure.InvalidRequest refusal(String members) {
        var thrown = catchThrowableOfType(GatewayException.class, () -> read(members));
        return (Failure.InvalidRequest) thrown.failure();
    }

    private byte[] read(String members) {
        return call(members).geminiRequest();
    }

    private DialectCall call(String members) {
        var body = "{'model':'gemini-3.8-flash'," + members + "}";
        return chat.read(body.replace('\'', '"').getBytes(UTF_8));
    }
}
