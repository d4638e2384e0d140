@NullMarked
package io.geminigateway.login;

import org.jspecify.annotations.NullMarked;
