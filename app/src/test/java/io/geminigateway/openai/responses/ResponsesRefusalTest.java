package io.geminigateway.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is told what is wrong finds it in what was sent, not in the chat that was made of it.
class ResponsesRefusalTest {
    private final ResponsesTold responses = new ResponsesTold();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'input':5 | input",
                "'input':[] | input",
                "'input':[{'role':'pope','content':'x'}] | input[0].role",
                "'input':[{'role':'user','content':[{'type':'input_image','image_url':'ftp://x'}]}] | input[0].content[0].image_url",
                "'input':[{'role':'user','content':[{'type':'hologram'}]}] | input[0].content[0].type",
                "'input':[{'role':'user','content':[{'type':'input_file','file_id':'file-1'}]}] | input[0].content[0].file_id",
                "'input':[{'role':'developer','content':[{'type':'input_image','image_url':'data:,x'}]}] | input[0].content[0].type",
                "'input':[{'role':'user','content':'x'},{'type':'function_call','call_id':'c'}] | input[1].name",
                "'input':[{'role':'user','content':'x'},{'type':'function_call_output','output':'y'}] | input[1].id",
                "'input':'x','tools':{} | tools",
                "'input':'x','tools':[7] | tools[0]",
                "'input':'x','tools':[{'type':'local_shell'},{'type':'function'}] | tools[1].name",
                "'input':'x','tools':[{'type':'mcp'},{'type':'function','name':'f'},{'type':'function','name':'f'}] | tools[2].name",
                "'input':'x','tools':[{'type':'function','name':'f','parameters':7}] | tools[0].parameters",
                "'input':'x','tool_choice':{'type':'function','name':'g'},'tools':[{'type':'function','name':'f'}] | tool_choice.name",
                "'input':'x','tool_choice':'required','tools':[{'type':'local_shell'}] | tool_choice",
                "'input':'x','tool_choice':{'type':'web_search'} | tool_choice",
                "'input':'x','reasoning':{'effort':'heroic'} | reasoning.effort",
                "'input':'x','text':{'format':{'type':'json_schema','name':'n'}} | text.format.schema",
                "'input':'x','text':{'format':{'type':'xml'}} | text.format.type",
                "'input':'x','max_output_tokens':0 | max_output_tokens",
                "'input':'x','temperature':3 | temperature",
                "'input':'x','background':true | background",
                "'input':'x','conversation':{'id':'conv_1'} | conversation",
                "'input':'x','prompt':{'id':'pmpt_1'} | prompt"
            })
    void itNamesTheParameter(String fields, String param) {
        var refusal = refusal("{\"model\":\"gemini-3.8-flash\",%s}".formatted(fields.replace('\'', '"')));

        assertThat(refusal.param()).isEqualTo(param);
        assertThat(refusal.message()).doesNotContain("messages").hasSizeLessThan(300);
    }

    @Test
    void aModelThatOnlySpeaksIsNamedAsSuch() {
        assertThat(refusal("{\"model\":\"gemini-2.5-flash-preview-tts\",\"input\":\"x\"}")
                        .message())
                .contains("/v1/audio/speech");
    }

    @Test
    void whatIsTooDeepOrTooMuchIsRefused() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        var many = "{\"type\":\"reasoning\"},".repeat(10_000) + "{\"role\":\"user\",\"content\":\"x\"}";

        assertThat(refusal("{\"model\":\"m\",\"input\":[{\"x\":%s}]}".formatted(deep))
                        .message())
                .hasSizeLessThan(300);
        assertThat(refusal("{\"model\":\"m\",\"input\":[%s]}".formatted(many)).param())
                .isEqualTo("input");
    }

    @Test
    void whatHasNoEffectIsToldInAHeader() {
        var call = responses.read("""
                {"model":"gemini-3.8-flash","input":"x","truncation":"auto","max_tool_calls":3,"text":{"verbosity":"low"},
                 "tools":[{"type":"function","name":"f"},{"type":"mcp"},{"type":"web_search","filters":{"allowed_domains":["a"]}}]}
                """);

        assertThat(call.headers().get("x-gateway-dropped"))
                .isEqualTo("verbosity, tools[1], tools[2].filters, truncation, max_tool_calls");
    }

    private Failure.InvalidRequest refusal(String body) {
        var thrown = catchThrowableOfType(GatewayException.class, () -> responses.read(body));
        assertThat(thrown).as(body).isNotNull();
        return (Failure.InvalidRequest) thrown.failure();
    }
}
