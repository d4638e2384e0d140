package io.geminigateway.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds the port of the operator's side among the settings; a flag wins over them. Empty when it is switched off.
@FunctionalInterface
public interface AdminPort {
    OptionalInt find(Optional<String> flag) throws IOException;
}
