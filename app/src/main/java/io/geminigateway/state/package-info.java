/// What outlives a restart: shelves of small values under keys, each until its time is over, in one SQLite file. It
/// knows nothing of what it keeps, and nobody waits for it: reading is from memory first, writing is in the background.
/// Start at [Store].
@NullMarked
package io.geminigateway.state;

import org.jspecify.annotations.NullMarked;
