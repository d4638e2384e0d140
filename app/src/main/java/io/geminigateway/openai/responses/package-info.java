/// OpenAI's Responses: another way to word a chat. A request becomes one of [io.geminigateway.openai.chat], which knows
/// what Gemini is told; the answer is told in items and events of this API's own. Pure. Start at [Responses].
@NullMarked
package io.geminigateway.openai.responses;

import org.jspecify.annotations.NullMarked;
