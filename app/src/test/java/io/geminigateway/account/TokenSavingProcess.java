package io.geminigateway.account;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/// A program that saves one rotated login after the other until it is killed. What is saved together carries the same
/// number.
final class TokenSavingProcess {
    private TokenSavingProcess() {}

    public static void main(String[] arguments) throws IOException {
        var folder = AccountFolder.open(Path.of(arguments[0]), InstantSource.system());
        var account = folder.accounts().getFirst();
        var spent = ((Credentials.Login) account.credentials()).refreshToken();
        System.out.println("ready");
        for (var n = number(spent) + 1; ; n++) {
            var next = new Secret("1//" + n);
            folder.save(
                    account.id(), new Tokens(spent, new Secret("ya29." + n), "Bearer", Instant.ofEpochMilli(n), next));
            folder.look();
            spent = next;
        }
    }

    static long number(Secret refreshToken) {
        return Long.parseLong(refreshToken.reveal().substring("1//".length()));
    }
}
