/// Drawings as files that need nothing but themselves. Knows nothing of what is drawn. Start at [Svg].
@NullMarked
package io.geminigateway.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
