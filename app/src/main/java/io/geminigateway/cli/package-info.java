/// The operator's commands: they ask the running gateway, and decide nothing themselves. Start at [AccountsCommand].
@NullMarked
package io.geminigateway.cli;

import org.jspecify.annotations.NullMarked;
