package io.geminigateway.anthropic.messages;

import java.util.List;

/// Content: a string, or a list of blocks. A string is one block of text; anything else, as some blocks of Anthropic's
/// own tools have it, is none.
record Blocks(List<Block> blocks) {}
