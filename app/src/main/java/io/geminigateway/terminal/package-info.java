/// How commands print to a person. Start at [Terminal].
@NullMarked
package io.geminigateway.terminal;

import org.jspecify.annotations.NullMarked;
