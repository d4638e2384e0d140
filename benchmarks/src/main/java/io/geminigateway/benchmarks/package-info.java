/// Measurements, never part of a release. Here the pure parts by JMH (`benchmarks/jmh`); the whole gateway beside nginx
/// is in `compare` (`benchmarks/compare`), the pool in simulation in `pool` (`benchmarks/pool`).
@NullMarked
package io.geminigateway.benchmarks;

import org.jspecify.annotations.NullMarked;
