package io.geminigateway.simulator;

import java.util.function.Function;

/// How a program gets to know an account: the kinds of account file.
enum AccountKind {
    KEY(SimulatedAccount::apiKeyFile),
    LOGIN(SimulatedAccount::loginFile),
    SERVICE_ACCOUNT(SimulatedAccount::serviceAccountFile),
    AUTHORIZED_USER(SimulatedAccount::authorizedUserFile);

    @SuppressWarnings("ImmutableEnumChecker") // the functions are constants too
    private final Function<SimulatedAccount, String> file;

    AccountKind(Function<SimulatedAccount, String> file) {
        this.file = file;
    }

    String fileOf(SimulatedAccount account) {
        return file.apply(account);
    }
}
