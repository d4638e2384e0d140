package io.geminigateway.pool;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The accounts that are present, in the order in which they were named. Immutable; its members are not.
final class Roster {
    static final Roster EMPTY = new Roster(Map.of());

    private final Map<AccountId, Member> byId;
    private final List<Member> members;

    private Roster(Map<AccountId, Member> byId) {
        this.byId = byId;
        this.members = List.copyOf(byId.values());
    }

    List<Member> members() {
        return members;
    }

    int size() {
        return members.size();
    }

    @Nullable
    Member find(AccountId id) {
        return byId.get(id);
    }

    /// Those whom this request may ask at all.
    Roster able(Ask ask) {
        if (ask.unable().isEmpty() && ask.only().isEmpty()) {
            return this;
        }
        var able = new LinkedHashMap<>(byId);
        able.values().removeIf(member -> ask.unable().contains(member.account().backend()));
        if (!ask.only().isEmpty()) {
            able.keySet().retainAll(ask.only());
        }
        return new Roster(able);
    }

    /// The roster of these accounts; members that are on this one stay the same objects.
    Roster next(Collection<Account> accounts, PoolSettings settings) {
        var next = new LinkedHashMap<AccountId, Member>();
        for (var account : accounts) {
            var present = byId.get(account.id());
            next.put(account.id(), present != null ? present : new Member(account, settings));
        }
        return new Roster(next);
    }
}
