package io.geminigateway.pool;

import org.jspecify.annotations.Nullable;

/// What the score of every account depends on besides the account: the `usual` latency of the model, how
/// much quota the pool has left (`slack`, from 0 to 1), and the account that has the conversation's
/// prompt in its cache.
record Outlook(Latency usual, double slack, @Nullable Member cached) {}
