package io.geminigateway.pool;

import java.time.Instant;
import java.util.ArrayList;

/// Writes what the pool has learned into a [PoolState], and takes it from one.
final class Memory {
    private final PoolSettings settings;

    Memory(PoolSettings settings) {
        this.settings = settings;
    }

    PoolState write(Roster roster, Instant at) {
        return new PoolState(
                at,
                roster.members().stream()
                        .map(member -> write(member, at.toEpochMilli()))
                        .toList());
    }

    void read(PoolState state, Roster roster) {
        for (var account : state.accounts()) {
            var member = roster.find(account.id());
            if (member != null) {
                read(account, member, state.at().toEpochMilli());
            }
        }
    }

    private PoolState.AccountState write(Member member, long now) {
        synchronized (member) {
            var arms = new ArrayList<PoolState.ArmState>();
            for (var arm : member.arms()) {
                arms.add(arm.state(settings, now));
            }
            return new PoolState.AccountState(
                    member.id(),
                    member.belief().evidence(settings.belief(), now),
                    member.gate().freeze(),
                    member.parked(),
                    arms);
        }
    }

    private static void read(PoolState.AccountState state, Member member, long at) {
        synchronized (member) {
            member.restore(state, at);
            for (var armState : state.models()) {
                member.arm(armState.model()).restore(armState, at);
            }
        }
    }
}
