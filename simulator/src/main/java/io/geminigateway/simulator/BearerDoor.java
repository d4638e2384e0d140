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
        return call.bearer().flatMap(accounts::ofToken).or(() -> keyed(call));
    }

    /// Whose key the call carries, where keys are taken.
    final Optional<SimulatedAccount> keyed(Call call) {
        return takesKey(call) ? call.key().flatMap(accounts::ofKey) : Optional.empty();
    }

    abstract boolean takesKey(Call call);

    @Override
    public final void answer(Call call, Stage stage) {
        if (call.key().isPresent() && call.bearer().isPresent()) {
            stage.refuse(CredentialErrors.twoCredentials());
            return;
        }
        var token = call.bearer().orElse("");
        keyed(call)
                .or(() -> caller(call).filter(account -> account.credentials().accepts(token)))
                .ifPresentOrElse(
                        account -> answer(call, stage, account),
                        () -> stage.refuse(
                                token.startsWith("AQ.")
                                        ? CredentialErrors.tokenOfWrongType(stage.occasion())
                                        : CredentialErrors.tokenRefused(stage.occasion())));
    }

    abstract void answer(Call call, Stage stage, SimulatedAccount account);
}
