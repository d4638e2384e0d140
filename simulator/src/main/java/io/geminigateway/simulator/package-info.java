@NullMarked
package io.geminigateway.simulator;

import org.jspecify.annotations.NullMarked;
