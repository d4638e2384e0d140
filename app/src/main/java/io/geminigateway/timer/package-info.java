/// Time limits that nearly never run out, as cheap as they should be. Start at [AlarmClock].
@NullMarked
package io.geminigateway.timer;

import org.jspecify.annotations.NullMarked;
