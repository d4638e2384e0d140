package io.geminigateway.anthropic.messages;

/// Hears the blocks of an answer: one after another, none inside another.
interface BlockSink {
    void begin(AnsweredBlock block);

    /// Comes to the block that has begun.
    void delta(BlockDelta delta);

    void end();
}
