/// How log lines leave the program: `logback.xml` names these classes, and nothing else does. Start at [LogQueue].
@NullMarked
package io.geminigateway.log;

import org.jspecify.annotations.NullMarked;
