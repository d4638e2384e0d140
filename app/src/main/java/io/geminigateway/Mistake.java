package io.geminigateway;

import java.util.function.Consumer;

/// What a person did wrong, told in a sentence instead of a stack trace.
final class Mistake {
    private static final int USAGE = 2;

    private Mistake() {}

    /// Tells it, line by line, and returns the exit code; throws again what is a bug.
    static int tell(Exception thrown, Consumer<String> teller) throws Exception {
        return switch (thrown) {
            case Settings.InvalidSettings invalid -> {
                teller.accept("The settings are not valid:");
                invalid.problems().forEach(problem -> teller.accept("  " + problem));
                yield USAGE;
            }
            case StartException failed -> {
                teller.accept(failed.getMessage());
                yield 1;
            }
            default -> throw thrown;
        };
    }
}
