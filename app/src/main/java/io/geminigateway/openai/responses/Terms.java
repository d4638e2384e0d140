package io.geminigateway.openai.responses;

import io.geminigateway.gemini.ModelName;

/// What a request says about its answer. `stores`: whether it is kept; `sealsAll`: whether the client takes signatures
/// where nothing was thought aloud.
record Terms(ResponsesRequest request, ModelName model, ToolBox tools, KeptResponses kept, boolean stores) {
    boolean sealsAll() {
        return request.includes("reasoning.encrypted_content");
    }

    boolean showsPages() {
        return request.includes("web_search_call.action.sources");
    }
}
