@NullMarked
package io.geminigateway;

import org.jspecify.annotations.NullMarked;
