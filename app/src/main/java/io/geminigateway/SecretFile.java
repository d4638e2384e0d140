package io.geminigateway;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that holds one secret, as Docker, Kubernetes and systemd hand them out. A line break at its end is not part
/// of the secret.
final class SecretFile {
    private static final long LARGEST = 64 * 1024;

    private SecretFile() {}

    static String read(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("it is too large for a secret");
            }
            return Files.readString(file).stripTrailing();
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no such file", missing);
        } catch (AccessDeniedException denied) {
            throw new IOException("this user may not read it", denied);
        } catch (CharacterCodingException binary) {
            throw new IOException("it is no text", binary);
        }
    }
}
