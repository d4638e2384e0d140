@NullMarked
package io.geminigateway.upstream;

import org.jspecify.annotations.NullMarked;
