/// Measurements, never part of a release. Here the pure parts by JMH (`benchmarks/jmh`); the whole gateway beside nginx
/// is in `compare` (`benchmarks/compare`), whose findings `report` tells; the pool in simulation is in `pool`
/// (`benchmarks/pool`). `plot` draws for both.
@NullMarked
package io.geminigateway.benchmarks;

import org.jspecify.annotations.NullMarked;
