/// How log lines leave the program: logback finds [LogSetup] as a service, and nothing else names these
/// classes. Start there.
@NullMarked
package io.geminigateway.log;

import org.jspecify.annotations.NullMarked;
