/// OpenAI's API as a dialect: what its endpoints share. Pure. Start at [OpenAiErrors].
@NullMarked
package io.geminigateway.openai;

import org.jspecify.annotations.NullMarked;
