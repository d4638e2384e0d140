package io.geminigateway.openai.responses;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.Modality;
import io.geminigateway.openai.OpenAiRequests;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a request may not ask for, because to pass over it would be to answer something else.
final class Unoffered {
    private Unoffered() {}

    static void refuse(ResponsesRequest request) {
        if (Boolean.TRUE.equals(request.background())) {
            throw OpenAiRequests.unsupported(
                    "background", "'background': this gateway answers while you wait; ask for a stream instead");
        }
        if (isGiven(request.conversation())) {
            throw OpenAiRequests.unsupported(
                    "conversation",
                    "'conversation': this gateway keeps no conversations; send 'previous_response_id' or all of 'input'");
        }
        if (isGiven(request.prompt())) {
            throw OpenAiRequests.unsupported("prompt", "'prompt': this gateway keeps no prompts; send 'instructions'");
        }
    }

    /// Sounds have no place in a response.
    static void refuse(Capabilities model) {
        if (model.output().equals(Set.of(Modality.AUDIO))) {
            throw OpenAiRequests.unsupported(
                    "model", "'model': this model answers in sounds only; ask for them at /v1/audio/speech");
        }
    }

    private static boolean isGiven(@Nullable String json) {
        return json != null && !json.equals("null");
    }
}
