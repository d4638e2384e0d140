package io.geminigateway.account;

import io.vertx.core.Future;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Google's desk for access tokens: takes a form, gives an answer. A failed future means that there was no answer.
public interface TokenEndpoint {
    record Answer(int status, String body) {
        /// Without the body, which holds tokens.
        @Override
        public String toString() {
            return "Answer[status=" + status + "]";
        }
    }

    /// `usual` is where this form goes unless the endpoint is set to another place; `proxy` is the account's own, if it
    /// has one. The form holds secrets.
    Future<Answer> post(URI usual, Map<String, String> form, @Nullable Proxy proxy);
}
