package io.geminigateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// What fuzzing begins with and what it has found, kept as files: one folder per target, run by every build. `.ci/fuzz`
/// looks for more.
public final class Corpus {
    private static final Path ALL = Path.of("src/test/resources/fuzz");

    private Corpus() {}

    /// Name and bytes of each file of a target.
    public static Stream<Arguments> of(String target) {
        try (var files = Files.list(ALL.resolve(target))) {
            return files.sorted().map(Corpus::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Arguments read(Path file) {
        try {
            return Arguments.of(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
