/// `./gateway doctor`: what stands in the way of serving, and the fix for each. Looks and asks; changes nothing.
/// Start at [Doctor]; every check is a file of its own.
@NullMarked
package io.geminigateway.doctor;

import org.jspecify.annotations.NullMarked;
