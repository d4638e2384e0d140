/// Google over HTTP: three backends, one exchange, and the one place where a failure gets its blame. Start
/// at [Upstream].
@NullMarked
package io.geminigateway.upstream;

import org.jspecify.annotations.NullMarked;
