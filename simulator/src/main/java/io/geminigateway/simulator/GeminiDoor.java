package io.geminigateway.simulator;

import java.util.Optional;

/// The Developer API: API keys, in their header and nowhere else.
final class GeminiDoor implements Door {
    private final Accounts accounts;

    GeminiDoor(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<SimulatedAccount> caller(Call call) {
        return call.key().flatMap(accounts::ofKey);
    }

    @Override
    public void answer(Call call, Stage stage) {
        if (call.route().verb().isEmpty()) {
            stage.refuse(RequestErrors.methodNotFound());
        } else if (call.query().has("key")) {
            stage.refuse(CredentialErrors.keyInUrl());
        } else if (call.key().isPresent() && call.bearer().isPresent()) {
            stage.refuse(CredentialErrors.twoCredentials());
        } else if (call.bearer().isPresent()) {
            stage.refuse(CredentialErrors.tokenOfWrongType(stage.occasion()));
        } else if (call.key().isEmpty()) {
            stage.refuse(CredentialErrors.noCredentials());
        } else {
            caller(call)
                    .ifPresentOrElse(
                            account -> answer(call, stage, account),
                            () -> stage.refuse(CredentialErrors.keyInvalid(stage.occasion())));
        }
    }

    private static void answer(Call call, Stage stage, SimulatedAccount account) {
        switch (call.route().kind()) {
            case MODELS -> ModelList.play(call, stage, account);
            case GENERATE, STREAM -> Generation.play(call, stage, account, Envelope.NONE);
            case COUNT_TOKENS -> TokenCount.play(call, stage, "CountTokensRequest");
            case EMBED -> {
                if (call.route().verb().equals("predict")) {
                    stage.refuse(RequestErrors.methodNotFound());
                } else {
                    Embedding.play(call, stage, account);
                }
            }
            default -> stage.refuse(RequestErrors.methodNotFound());
        }
    }
}
