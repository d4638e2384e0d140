package io.geminigateway.openai.responses;

import io.geminigateway.sse.Bytes;

/// A part of an answer: what was thought, said, called, searched for or painted.
sealed interface OutputItem permits CallItem, MessageItem, PictureItem, ReasoningItem, SearchItem {
    /// Writes it as it is once it is complete.
    void write(Bytes out);
}
