package io.geminigateway.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// The account that a command is about, as a person names it.
final class AccountName {
    @Parameters(paramLabel = "ACCOUNT", description = "Its file, with or without .json, or its id.")
    private @Nullable String name;

    /// Where the gateway tells of it.
    String path() {
        return AdminClient.account(Objects.requireNonNull(name, "picocli demands it"));
    }
}
