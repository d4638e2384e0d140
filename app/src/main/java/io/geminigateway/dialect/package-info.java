/// What every inbound dialect promises: a request read into Gemini's language, events written in the client's. Knows no
/// dialect and no socket. Start at [Dialect].
@NullMarked
package io.geminigateway.dialect;

import org.jspecify.annotations.NullMarked;
