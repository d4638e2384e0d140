package io.geminigateway.simulator;

import java.util.Optional;
import java.util.stream.Collectors;

/// Where a user would sign in: every account is a link, and `auto=<account>` in the query clicks it.
final class ConsentPage {
    private final Accounts accounts;
    private final Consents consents;

    ConsentPage(Accounts accounts, Consents consents) {
        this.accounts = accounts;
        this.consents = consents;
    }

    Answer answer(Form request) {
        if (!request.get("client_id").equals(Simulator.CLIENT_ID)) {
            return error(401, "invalid_client", "The OAuth client was not found.");
        }
        if (!request.get("redirect_uri").matches("https?://.+")) {
            return error(400, "redirect_uri_mismatch", "The redirect_uri in the request is not a web address.");
        }
        if (!request.get("response_type").equals("code")) {
            return error(400, "invalid_request", "The response_type has to be code.");
        }
        if (request.has("deny")) {
            return back(request, Form.parse("error=access_denied"));
        }
        return chosen(request)
                .map(account -> back(
                        request,
                        Form.parse("")
                                .with("code", consents.allow(account, request))
                                .with("scope", request.get("scope"))))
                .orElseGet(() -> Answer.html(200, page(request)));
    }

    Optional<SimulatedAccount> chosen(Form request) {
        return request.find("allow").or(() -> request.find("auto")).flatMap(accounts::existing);
    }

    private static Answer back(Form request, Form outcome) {
        var target = request.get("redirect_uri");
        var answer =
                request.find("state").map(state -> outcome.with("state", state)).orElse(outcome);
        return Answer.redirect(target + (target.contains("?") ? "&" : "?") + answer.encoded());
    }

    private String page(Form request) {
        var links = accounts.names().stream()
                .map(name -> link(request.with("allow", name), "Allow " + name))
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang=en>
                <meta charset=utf-8>
                <title>Sign in to pretend Google</title>
                <h1>%s wants access to your pretend Google account</h1>
                %s
                %s
                """.formatted(escaped(request.get("client_id")), links, link(request.with("deny", "true"), "Deny"));
    }

    private static String link(Form request, String label) {
        return "<p><a href=\"?%s\">%s</a>".formatted(escaped(request.encoded()), escaped(label));
    }

    private static Answer error(int status, String error, String explanation) {
        return Answer.of(Refusal.html(status, error, explanation));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
