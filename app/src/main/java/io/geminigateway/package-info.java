/// The program, wired by hand. Start at [Gateway].
@NullMarked
package io.geminigateway;

import org.jspecify.annotations.NullMarked;
