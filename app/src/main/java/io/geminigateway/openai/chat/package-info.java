/// Chat completions: requests in, answers and chunks out. Pure. Start at [ChatCompletions].
@NullMarked
package io.geminigateway.openai.chat;

import org.jspecify.annotations.NullMarked;
