package io.geminigateway.admin;

import io.avaje.jsonb.Json;
import java.util.List;

/// All accounts and files, in the order of the files' names, at a moment (ISO 8601).
@Json
public record AccountList(String at, List<AccountReport> accounts) {
    public AccountList {
        accounts = accounts == null ? List.of() : List.copyOf(accounts); // an empty list is not written
    }
}
