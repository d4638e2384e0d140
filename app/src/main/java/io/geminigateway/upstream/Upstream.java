package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Backend;
import java.util.Set;

/// Google, as the relay sees it.
public interface Upstream {
    /// Sends one call with one account's credential, from an event loop. The sink hears of it on that same
    /// loop, never before this method has returned: events in order, then one of [UpstreamSink#ended] and
    /// [UpstreamSink#failed]; after [UpstreamExchange#cancel] nothing more.
    UpstreamExchange send(GeminiCall call, Account account, UpstreamSink sink);

    /// The backends that have no such method or model, whoever asks: their accounts need not be tried.
    default Set<Backend> unableTo(GeminiCall call) {
        return Set.of();
    }
}
