package io.geminigateway.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One member of the pool, as its file describes it. `file` is the file's name, for people; `projectId` is null
/// where it is still to be discovered (Code Assist) or not needed (keys); `location` is Vertex AI's, `global` unless
/// the file says otherwise. With a `proxy` of its own, all that concerns the account goes through that one.
public record Account(
        AccountId id,
        String file,
        Backend backend,
        Credentials credentials,
        @Nullable String projectId,
        String location,
        @Nullable Proxy proxy) {

    public static final String GLOBAL = "global";

    /// An account that takes everybody's way out.
    public Account(
            AccountId id,
            String file,
            Backend backend,
            Credentials credentials,
            @Nullable String projectId,
            String location) {
        this(id, file, backend, credentials, projectId, location, null);
    }

    public Optional<String> project() {
        return Optional.ofNullable(projectId);
    }

    Account withProject(String newProjectId) {
        return new Account(id, file, backend, credentials, newProjectId, location, proxy);
    }

    Account withCredentials(Credentials newCredentials) {
        return new Account(id, file, backend, newCredentials, projectId, location, proxy);
    }
}
