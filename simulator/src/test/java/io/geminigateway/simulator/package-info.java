/// The simulator, seen by an HTTP client. Start at [Client].
@NullMarked
package io.geminigateway.simulator;

import org.jspecify.annotations.NullMarked;
