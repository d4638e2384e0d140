/// The gateway beside nginx, which passes the same traffic through untouched: processor time per request and
/// per event, in one run on one machine. Figures that depend on the machine's speed are told only beside
/// nginx's own. Linux only. Start at [Comparison].
@NullMarked
package io.geminigateway.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
