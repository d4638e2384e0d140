/// Speech out of text, and text out of speech. Pure. Start at [Speech] and [Transcriptions].
@NullMarked
package io.geminigateway.openai.audio;

import org.jspecify.annotations.NullMarked;
