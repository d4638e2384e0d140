package io.geminigateway.openai.responses;

import java.util.Optional;

/// What is kept of the answers to one client. `client` tells whose key asked, empty where none is needed: nobody finds
/// what another asked for.
record KeptResponses(ResponseStore store, String client) {
    Optional<KeptResponse> find(String id) {
        return store.find(key(id)).map(KeptResponse::read);
    }

    /// An item of an answer.
    Optional<InputItem> item(String id) {
        return ItemId.response(id)
                .flatMap(this::find)
                .flatMap(response -> response.outputItems("").stream()
                        .filter(item -> item.text("id").equals(Optional.of(id)))
                        .findFirst());
    }

    void keep(String id, KeptResponse response) {
        store.keep(key(id), response.json());
    }

    void forget(String id) {
        store.forget(key(id));
    }

    private String key(String id) {
        return client + ":" + id;
    }
}
