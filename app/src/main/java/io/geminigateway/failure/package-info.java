/// What can go wrong, as one vocabulary for clients, logs, metrics and the pool. Values only: it decides nothing and
/// renders nothing. Start at [Failure].
@NullMarked
package io.geminigateway.failure;

import org.jspecify.annotations.NullMarked;
