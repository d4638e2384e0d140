package io.geminigateway.pool;

import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.gemini.ModelName;
import java.util.Set;

/// What a request wants of the pool. `tried` are the accounts that this request has had its turn on;
/// `conversation` is whatever stays the same over the turns of one conversation, empty if nothing is known; accounts
/// of the backends in `unable` are out of the question, and all but those in `only` if that names any.
public record Ask(
        ModelName model, Set<AccountId> tried, String conversation, Set<Backend> unable, Set<AccountId> only) {
    public Ask {
        tried = Set.copyOf(tried);
        unable = Set.copyOf(unable);
        only = Set.copyOf(only);
    }

    public Ask(ModelName model, Set<AccountId> tried, String conversation) {
        this(model, tried, conversation, Set.of(), Set.of());
    }

    /// The first attempt of a request that belongs to no known conversation.
    public static Ask of(ModelName model) {
        return new Ask(model, Set.of(), "");
    }
}
