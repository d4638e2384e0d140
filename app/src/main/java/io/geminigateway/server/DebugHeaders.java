package io.geminigateway.server;

import io.vertx.core.http.HttpServerRequest;
import java.util.function.Predicate;

/// Tells an operator who asks for it, by `x-gateway-debug: 1`, which account served a request and after how many
/// attempts. Others are not refused, they just hear nothing of it.
record DebugHeaders(Predicate<HttpServerRequest> allowed) {
    private static final String WISH = "x-gateway-debug";

    /// To be called before anything is answered.
    void follow(Visit visit) {
        if ("1".equals(visit.request().getHeader(WISH)) && allowed.test(visit.request())) {
            visit.response().headersEndHandler(_ -> tell(visit));
        }
    }

    private static void tell(Visit visit) {
        var serving = visit.serving();
        var headers = visit.response().headers();
        headers.set("x-gateway-attempts", Integer.toString(serving == null ? 0 : serving.attempts()));
        if (serving != null) {
            serving.account()
                    .ifPresent(account -> headers.set(
                                    "x-gateway-account", account.id().value())
                            .set("x-gateway-account-file", printable(account.file())));
        }
    }

    /// Files may have any name, headers may not.
    private static String printable(String name) {
        return name.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
