package io.geminigateway.anthropic.messages;

import io.geminigateway.gemini.FunctionCall;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.Part;
import io.geminigateway.gemini.ToolNames;
import io.geminigateway.prompt.CallArguments;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.ToldCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The calls in an assistant's message as Gemini made them, each with the signature that a thought beside it carries.
final class ToolUses {
    private final ToolNames names;
    private final ModelName model;

    ToolUses(ToolNames names, ModelName model) {
        this.names = names;
        this.model = model;
    }

    /// In the order in which they were made. `index` is the message's.
    List<ToldCall> of(List<Block> blocks, int index, String path) {
        var told = new ArrayList<ToldCall>();
        var signatures = signatures(blocks);
        var ids = new HashSet<String>();
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (!"tool_use".equals(block.type())) {
                continue;
            }
            if (block.name() == null || block.name().isEmpty()) {
                throw Invalid.missing("%s[%d].name".formatted(path, i));
            }
            var spoken = block.id() == null ? "" : block.id();
            var id = !spoken.isEmpty() && ids.add(spoken) ? spoken : "toolu_%d_%d".formatted(index, i);
            var call = Part.ofCall(FunctionCall.of(id, names.gemini(block.name()), CallArguments.of(block.input())));
            var signature = signatures.get(spoken);
            told.add(new ToldCall(spoken, block.name(), signature == null ? call : call.signed(signature)));
        }
        return told;
    }

    /// By the ids of the calls that they are on.
    private Map<String, String> signatures(List<Block> blocks) {
        var signatures = new HashMap<String, String>();
        for (var block : blocks) {
            SignedThought.of(block.signature())
                    .filter(thought -> thought.isOf(model))
                    .ifPresent(thought -> signatures.putIfAbsent(thought.callId(), thought.signature()));
        }
        return signatures;
    }
}
