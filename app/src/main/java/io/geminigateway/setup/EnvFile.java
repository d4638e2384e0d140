package io.geminigateway.setup;

import io.geminigateway.account.OAuthClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The `.env` file beside the launcher, into which the operator's OAuth client may be saved; every other line stays.
final class EnvFile {
    private final Path file;

    EnvFile(Path file) {
        this.file = file;
    }

    /// Whole or not at all, and for its owner's eyes only from now on.
    void save(OAuthClient client) throws IOException {
        var before = Files.exists(file) ? Files.readString(file) : "";
        var kept = new StringBuilder();
        before.lines()
                .filter(line -> !line.strip().matches("(export\\s+)?OAUTH_CLIENT_(ID|SECRET)\\s*=.*"))
                .forEach(line -> kept.append(line).append('\n'));
        kept.append("OAUTH_CLIENT_ID=%s%nOAUTH_CLIENT_SECRET=%s%n"
                .formatted(client.id(), client.secret().reveal()));
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var temporary = Files.createTempFile(target.getParent(), ".env.", ".tmp"); // made for its owner alone
        try {
            Files.writeString(temporary, kept);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
