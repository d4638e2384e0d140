package io.geminigateway.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What tells cheaply that a file is the one seen before. `identity` is its inode, where there is such a thing.
record FileStamp(Instant modified, long size, @Nullable Object identity) {

    /// File systems count time in steps of up to two seconds: of two writes within one step the second does not show.
    private static final Duration COARSEST_STEP = Duration.ofSeconds(2);

    /// Of the file itself or what it links to.
    static FileStamp of(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException("it is not a regular file");
        }
        return new FileStamp(attributes.lastModifiedTime().toInstant(), attributes.size(), attributes.fileKey());
    }

    /// Whether an equal stamp, seen later than `then`, proves an equal content.
    boolean wasSettledAt(Instant then) {
        return modified.plus(COARSEST_STEP).isBefore(then);
    }
}
