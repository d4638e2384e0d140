/// Server-sent events: frames in, frames out. Pure. Start at [SseReader].
@NullMarked
package io.geminigateway.sse;

import org.jspecify.annotations.NullMarked;
