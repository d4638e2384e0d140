/// How log lines leave the program. Logback finds [LogSetup] as a service; nothing else in the program names these
/// classes, but for the one question of how many lines [LogQueue] dropped. Start at [LogSetup].
@NullMarked
package io.geminigateway.log;

import org.jspecify.annotations.NullMarked;
