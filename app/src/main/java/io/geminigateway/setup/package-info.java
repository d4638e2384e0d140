/// `./gateway setup`: from nothing to an account that was seen to answer. Asks, tries out, then saves; never the other
/// way round. Every question is data ([Question]), so that flags, a terminal and a pipe can all answer it.
/// Start at [Wizard].
@NullMarked
package io.geminigateway.setup;

import org.jspecify.annotations.NullMarked;
