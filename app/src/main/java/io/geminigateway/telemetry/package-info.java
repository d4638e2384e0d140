/// What is counted and timed, and how a scraper reads it. Knows no socket, no pool and no request: whoever meets one
/// tells a meter; what others know already is asked of them at each scrape ([Mirror]).
///
/// Start at [Telemetry]; the names are in [TelemetryNames].
@NullMarked
package io.geminigateway.telemetry;

import org.jspecify.annotations.NullMarked;
