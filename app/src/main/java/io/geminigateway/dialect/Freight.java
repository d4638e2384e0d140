package io.geminigateway.dialect;

import java.util.Map;

/// One request whose body, or whose answer's, may be larger than memory: it is carried to the account that holds
/// `name`,
/// and back, as it comes. `path` begins at the root and includes the query; empty where the holding has the address.
/// `headers` are those to be sent along.
public record Freight(String name, String path, Map<String, String> headers) {
    public Freight {
        headers = Map.copyOf(headers);
    }
}
