/// The pool against a simulated Google: whole hours of traffic in a second, on a clock of its own.
/// Compares the product's pool with other ways to choose an account. Start at [PoolSimulation].
@NullMarked
package io.geminigateway.benchmarks.pool;

import org.jspecify.annotations.NullMarked;
