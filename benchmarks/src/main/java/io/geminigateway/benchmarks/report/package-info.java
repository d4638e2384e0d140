/// What was measured, as figures on file, and the page that tells them: the goals first, then every table and plot.
/// Several runs make one page. Measures nothing. Start at [Report].
@NullMarked
package io.geminigateway.benchmarks.report;

import org.jspecify.annotations.NullMarked;
