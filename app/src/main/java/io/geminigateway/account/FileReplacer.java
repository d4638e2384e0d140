package io.geminigateway.account;

import java.io.IOException;
import java.nio.file.Path;

/// Puts a new content in the place of a file's old one, wholly or not at all. Blocks.
interface FileReplacer {
    /// The file must exist: [java.nio.file.NoSuchFileException] tells that somebody has removed it.
    void replace(Path file, String content) throws IOException;
}
