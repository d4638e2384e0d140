package io.geminigateway.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what other programs keep: an account file of ours or the seed's, gcloud's, gemini-cli's, a service account's
/// key, or a list of API keys. All become the text of account files.
public final class ForeignText {
    private ForeignText() {}

    /// `nameHint` is a good name for the file, if what was read tells one; `isBorrowed` when it is the login of one of
    /// Google's own tools.
    public record Found(String text, Optional<String> nameHint, boolean isBorrowed) {}

    /// Fails with the reason for a person; what a key looks like is not judged, Google changes that. `projectId` is for
    /// files that need a project and name none.
    public static List<Found> read(String content, Optional<String> projectId) throws RefusedFileException {
        if (content.strip().startsWith("{")) {
            return List.of(json(content, projectId));
        }
        var keys = keys(content);
        if (keys.isEmpty()) {
            throw new RefusedFileException("it holds no API key, one a line, and is no account file in JSON either");
        }
        return keys.stream()
                .map(key -> new Found(AccountText.apiKey(key), Optional.empty(), false))
                .toList();
    }

    /// Keys between spaces, commas or line breaks; `#` begins a comment, and `NAME=` in front is let go.
    public static List<Secret> keys(String content) throws RefusedFileException {
        var keys = new ArrayList<Secret>();
        for (var line : content.lines().toList()) {
            for (var word : line.replaceFirst("(^|\\s)#.*", "").split("[\\s,;]+", -1)) {
                var key = word.replaceFirst("^[A-Z_0-9]+=", "").replaceAll("^[\"']|[\"']$", "");
                if (key.isEmpty() || key.equals("export")) {
                    continue;
                }
                if (!key.matches("[\\w.-]{8,200}")) {
                    throw new RefusedFileException(
                            "there is a word in it that is no API key: keys are letters, digits, '.', '-' and '_'");
                }
                var secret = new Secret(key);
                if (!keys.contains(secret)) {
                    keys.add(secret);
                }
            }
        }
        return keys;
    }

    private static Found json(String content, Optional<String> projectId) throws RefusedFileException {
        try {
            var json = JsonText.parse(content);
            var isGeminiCli = json.string("type").isEmpty()
                    && !json.isObject("credentials")
                    && json.string("refresh_token").isPresent();
            if (isGeminiCli) {
                json = JsonText.parse("{\n  \"credentials\": " + indented(content) + "\n}\n");
            }
            if (projectId.isPresent() && !new AccountFields(json).hasProject()) {
                json = json.withString(projectId.get(), "projectId");
            }
            var name = new AccountFields(json).project().filter(SavedAccounts::isName);
            return new Found(json.text(), name, isGeminiCli);
        } catch (JsonSyntaxException torn) {
            throw new RefusedFileException("it is not valid JSON: " + torn.getMessage());
        }
    }

    private static String indented(String content) {
        return content.strip().replaceAll("\r?\n", "\n  ");
    }
}
