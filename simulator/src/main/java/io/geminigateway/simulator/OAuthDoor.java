package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/// Sign-in: the consent page, the token endpoint, and who a token belongs to.
final class OAuthDoor implements Door {
    private final Accounts accounts;
    private final ConsentPage page;
    private final TokenDesk desk;

    OAuthDoor(Accounts accounts, ConsentPage page, TokenDesk desk) {
        this.accounts = accounts;
        this.page = page;
        this.desk = desk;
    }

    @Override
    public Optional<SimulatedAccount> caller(Call call) {
        return switch (call.route().verb()) {
            case "auth" -> page.chosen(call.query());
            case "token" -> desk.caller(call);
            case "revoke" -> accounts.ofToken(call.form().get("token"));
            default -> call.bearer().flatMap(accounts::ofToken);
        };
    }

    @Override
    public void answer(Call call, Stage stage) {
        switch (call.route().verb()) {
            case "auth" -> stage.play(page.answer(call.query()));
            case "token" ->
                caller(call)
                        .ifPresentOrElse(
                                account -> stage.perform(account.script().refreshReaction(), () -> desk.answer(call)),
                                () -> stage.play(desk.answer(call)));
            case "revoke" -> stage.play(revoke(call));
            case "userinfo" -> stage.play(profile(call, stage.occasion()));
            default -> stage.refuse(RequestErrors.methodNotFound());
        }
    }

    private Answer revoke(Call call) {
        var account = caller(call);
        account.ifPresent(SimulatedAccount::revoked);
        return account.isPresent()
                ? Answer.json(new JsonObject())
                : Answer.of(Refusal.json(400, JsonObject.of("error", "invalid_token")));
    }

    private Answer profile(Call call, Occasion at) {
        return caller(call)
                .filter(account -> account.credentials().accepts(call.bearer().orElse("")))
                .map(account -> Answer.json(account.profile()))
                .orElseGet(() -> Answer.of(CredentialErrors.tokenRefused(at)));
    }
}
