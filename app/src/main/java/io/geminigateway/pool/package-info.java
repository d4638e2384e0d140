/// Which account serves next, and for how long one that failed rests. No I/O: clock and chance are
/// parameters. Start at [Pool].
@NullMarked
package io.geminigateway.pool;

import org.jspecify.annotations.NullMarked;
