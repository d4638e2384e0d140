/// One client request, several attempts: lease, try, report, move on. Knows no dialect and no HTTP. Start at [Relay].
@NullMarked
package io.geminigateway.relay;

import org.jspecify.annotations.NullMarked;
