package io.geminigateway.account;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Turns the bytes of one file into an account, or the reason why not.
final class AccountReader {
    /// The largest file that is looked into, in bytes; a real one has 3,000 or so.
    static final int LARGEST = 64 * 1024;

    private AccountReader() {}

    static Reading read(String file, byte[] content) {
        if (content.length > LARGEST) {
            return new Reading.Refused("it is larger than 64 KiB, which no account file is");
        }
        try {
            var json = parse(content);
            return json.isTrue("disabled")
                    ? new Reading.Disabled()
                    : new Reading.Usable(account(file, new AccountFields(json)));
        } catch (JsonSyntaxException torn) {
            return new Reading.Torn("it is not valid JSON: " + torn.getMessage());
        } catch (RefusedFileException refused) {
            return new Reading.Refused(String.valueOf(refused.getMessage()));
        }
    }

    static JsonText parse(byte[] content) throws JsonSyntaxException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return JsonText.parse(text.toString());
        } catch (CharacterCodingException _) {
            throw new JsonSyntaxException("the text is not UTF-8");
        }
    }

    private static Account account(String file, AccountFields fields) throws RefusedFileException {
        var credentials = fields.credentials();
        var backend = backend(fields, credentials);
        var project = fields.project();
        var express = credentials instanceof Credentials.ApiKey; // the key tells the project
        if (backend == Backend.VERTEX && project.isEmpty() && !express) {
            throw new RefusedFileException("Vertex AI needs a project: add \"projectId\"");
        }
        if (backend == Backend.CODE_ASSIST
                && project.filter(AccountReader::isNumber).isPresent()) {
            throw new RefusedFileException("projectId is a project's number; Code Assist wants the project's ID");
        }
        return new Account(
                AccountId.ofFile(file),
                file,
                backend,
                credentials,
                project.orElse(null),
                fields.location(),
                fields.proxy().orElse(null));
    }

    private static Backend backend(AccountFields fields, Credentials credentials) throws RefusedFileException {
        var usual = usualBackend(fields, credentials);
        var wanted = fields.backend().orElse(usual);
        var possible = switch (credentials) {
            case Credentials.ApiKey _ -> wanted != Backend.CODE_ASSIST;
            case Credentials.Login _ -> wanted != Backend.GEMINI_API;
            case Credentials.ServiceAccount _ -> wanted == Backend.VERTEX;
        };
        if (!possible) {
            throw new RefusedFileException("this kind of account cannot be used with the backend that it names; "
                    + "without \"backend\" it serves by %s".formatted(usual));
        }
        return wanted;
    }

    private static Backend usualBackend(AccountFields fields, Credentials credentials) {
        return switch (credentials) {
            case Credentials.ApiKey _ -> Backend.GEMINI_API;
            case Credentials.Login _ -> fields.isAuthorizedUser() ? Backend.VERTEX : Backend.CODE_ASSIST;
            case Credentials.ServiceAccount _ -> Backend.VERTEX;
        };
    }

    private static boolean isNumber(String project) {
        return project.chars().allMatch(Character::isDigit);
    }
}
