package io.geminigateway.setup;

import io.geminigateway.account.OAuthClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the wizard finds: the launcher's folder, that of the accounts, the OAuth client of the settings if
/// there is one, the consent page, and the way to Google. `baseUrl` is what clients of the gateway will use.
public record Place(
        Path home, Path accounts, @Nullable OAuthClient client, URI consentPage, String baseUrl, Google.Opener google) {

    /// Reads the settings.
    @FunctionalInterface
    public interface Finder {
        Place find() throws IOException;
    }

    /// A path as a person at the launcher would write it.
    String shown(Path path) {
        return path.startsWith(home) ? home.relativize(path).toString() : path.toString();
    }
}
