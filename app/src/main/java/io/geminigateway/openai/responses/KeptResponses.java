package io.geminigateway.openai.responses;

import java.util.Optional;

/// What is kept of the answers to one client. `client` tells whose key asked, empty where none is needed: nobody finds
/// what another asked for.
record KeptResponses(ResponseStore store, String client) {
    Optional<KeptResponse> find(String id) {
        return store.find(key(id)).map(KeptResponse::read);
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
