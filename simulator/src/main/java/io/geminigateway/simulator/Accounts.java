package io.geminigateway.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// All scripted accounts, found by name or by any credential: a credential tells whose it is, but not whether it is
/// still good.
final class Accounts {
    private static final Pattern TOKEN = Pattern.compile("(?:ya29\\.|1//)sim-(.+)-\\d+");

    private final Map<String, SimulatedAccount> accounts = new ConcurrentHashMap<>();
    private final Function<String, SimulatedAccount> maker;

    Accounts(Function<String, SimulatedAccount> maker) {
        this.maker = maker;
    }

    SimulatedAccount named(String name) {
        return accounts.computeIfAbsent(name, maker);
    }

    List<String> names() {
        return accounts.keySet().stream().sorted().toList();
    }

    Optional<SimulatedAccount> existing(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    Optional<SimulatedAccount> ofKey(String key) {
        return existing(key.replaceFirst("^AQ\\.sim-", ""))
                .filter(account -> account.key().equals(key));
    }

    /// By access or refresh token.
    Optional<SimulatedAccount> ofToken(String token) {
        var matcher = TOKEN.matcher(token);
        return matcher.matches() ? existing(matcher.group(1)) : Optional.empty();
    }

    Optional<SimulatedAccount> ofEmail(String email) {
        return existing(email.replaceFirst("@.*", ""))
                .filter(account -> account.email().equals(email));
    }
}
