package io.geminigateway.anthropic.messages;

import io.geminigateway.gemini.Part;
import io.geminigateway.prompt.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What the system says, before the messages and between them: text and nothing else.
final class Instructions {
    /// Claude Code's first line tells Anthropic whom to bill, and changes with its releases: it would only spoil
    /// caches.
    private static final Pattern ATTRIBUTION = Pattern.compile("\\Ax-anthropic-billing-header:[^\\n]*\\n*");

    private final List<Part> parts = new ArrayList<>();

    void add(List<Block> blocks, String path) {
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (!Block.TEXT.equals(block.type())) {
                var here = "%s[%d].type".formatted(path, i);
                throw Invalid.value(here, "'%s' must be text".formatted(here));
            }
            var text = block.text() == null
                    ? ""
                    : ATTRIBUTION.matcher(block.text()).replaceFirst("");
            if (!text.isEmpty()) {
                parts.add(Part.ofText(text));
            }
        }
    }

    List<Part> parts() {
        return parts;
    }
}
