package io.geminigateway.setup;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flag that answers what to do about a file that is there already.
final class IfTaken {
    private static final String NAME = "if-taken";

    @Option(
            names = "--" + NAME,
            description = "A file of this name is there: keep-both, replace or skip.",
            paramLabel = "WHAT")
    private @Nullable String what;

    Map<String, String> flags() {
        return what == null ? Map.of() : Map.of(NAME, what);
    }
}
