/// The gateway beside nginx, which passes the same traffic through untouched, and beside other gateways: processor
/// time per request and per event, waiting times, memory, and what becomes of them when something is wrong, in one run
/// on one machine. Only measures: `report` tells. Linux only. Start at [Comparison].
@NullMarked
package io.geminigateway.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
