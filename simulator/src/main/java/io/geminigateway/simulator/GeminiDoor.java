package io.geminigateway.simulator;

import java.util.Optional;

/// The Developer API: API keys, in their header and nowhere else.
final class GeminiDoor implements Door {
    private final Accounts accounts;
    private final FileDesk files;

    GeminiDoor(Accounts accounts, FileDesk files) {
        this.accounts = accounts;
        this.files = files;
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

    private void answer(Call call, Stage stage, SimulatedAccount account) {
        var foreign = call.json().map(request -> files.foreignTo(request, account));
        if (foreign.isPresent()) {
            stage.refuse(foreign.get());
            return;
        }
        switch (call.route().kind()) {
            case UPLOAD -> files.upload(call, stage, account);
            case FILES, CACHES -> files.answer(call, stage, account);
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
