/// A pretend Google over real HTTP: OAuth, Code Assist, the Developer API and Vertex AI, with scripted
/// accounts and faults. It knows nothing of the gateway. Start at [Simulator].
@NullMarked
package io.geminigateway.simulator;

import org.jspecify.annotations.NullMarked;
