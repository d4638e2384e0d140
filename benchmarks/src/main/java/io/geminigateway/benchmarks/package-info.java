@NullMarked
package io.geminigateway.benchmarks;

import org.jspecify.annotations.NullMarked;
