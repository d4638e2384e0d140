/// The commands of the program. Start at [GatewayCommand].
@NullMarked
package io.geminigateway.cli;

import org.jspecify.annotations.NullMarked;
