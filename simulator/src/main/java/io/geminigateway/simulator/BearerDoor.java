package io.geminigateway.simulator;

import java.util.Optional;

/// A service that takes access tokens only; whoever has a good one gets in.
abstract sealed class BearerDoor implements Door permits CodeAssistDoor, VertexDoor {
    private final Accounts accounts;

    BearerDoor(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public final Optional<SimulatedAccount> caller(Call call) {
        return call.bearer().flatMap(accounts::ofToken);
    }

    @Override
    public final void answer(Call call, Stage stage) {
        if (call.key().isPresent() && call.bearer().isPresent()) {
            stage.refuse(CredentialErrors.twoCredentials());
            return;
        }
        var token = call.bearer().orElse("");
        caller(call)
                .filter(account -> account.credentials().accepts(token))
                .ifPresentOrElse(
                        account -> answer(call, stage, account),
                        () -> stage.refuse(
                                token.startsWith("AQ.")
                                        ? CredentialErrors.tokenOfWrongType(stage.occasion())
                                        : CredentialErrors.tokenRefused(stage.occasion())));
    }

    abstract void answer(Call call, Stage stage, SimulatedAccount account);
}
