package io.geminigateway.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is still to be written into one file. `base` is the refresh token that the file must hold for `tokens` to be
/// its successors: a file with another one belongs to a newer login.
record Unsaved(
        @Nullable Secret base,
        @Nullable Tokens tokens,
        @Nullable String project) {

    static Unsaved tokens(Tokens tokens) {
        return new Unsaved(tokens.obtainedWith(), tokens, null);
    }

    static Unsaved project(String project) {
        return new Unsaved(null, null, project);
    }

    /// Both in one; of two tokens the newer ones.
    Unsaved and(Unsaved newer) {
        var newestProject = newer.project == null ? project : newer.project;
        if (newer.tokens == null) {
            return new Unsaved(base, tokens, newestProject);
        }
        return tokens != null && tokens.refreshToken().equals(newer.tokens.obtainedWith())
                ? new Unsaved(base, newer.tokens.after(tokens), newestProject)
                : new Unsaved(newer.base, newer.tokens, newestProject);
    }

    /// The text with these values in it; empty when it has them already, or when they are not for it.
    Optional<JsonText> appliedTo(JsonText now) {
        var edited = withProject(withTokens(now));
        return edited.text().equals(now.text()) ? Optional.empty() : Optional.of(edited);
    }

    private JsonText withTokens(JsonText now) {
        var fields = new AccountFields(now);
        if (tokens == null || base == null || !fields.holdsRefreshToken(base)) {
            return now;
        }
        // Untouched unless rotated: its spelling is not ours.
        var rotated = tokens.refreshToken().equals(base)
                ? now
                : now.withString(tokens.refreshToken().reveal(), fields.refreshTokenPath());
        // gcloud's format has no place for an access token.
        return fields.isAuthorizedUser()
                ? rotated
                : rotated.withString(tokens.accessToken().reveal(), "credentials", "access_token")
                        .withString(tokens.type(), "credentials", "token_type")
                        .withNumber(tokens.expiresAt().toEpochMilli(), "credentials", "expiry_date");
    }

    /// What a person wrote there wins.
    private JsonText withProject(JsonText now) {
        return project == null || new AccountFields(now).hasProject() ? now : now.withString(project, "projectId");
    }
}
