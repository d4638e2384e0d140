package io.geminigateway.admin;

import io.geminigateway.account.AccountFolder;
import io.geminigateway.account.SkippedFile;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.pool.Freeze;
import io.geminigateway.pool.FreezeCause;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolSnapshot;
import io.geminigateway.telemetry.Mirror;
import io.geminigateway.telemetry.Sheet;
import io.geminigateway.telemetry.TelemetryNames;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the accounts stand, as a scrape sees it. Thread-safe, as what it looks at is.
public final class PoolMirror implements Mirror {
    /// A state that nobody is in is told as 0: alarms look at these.
    private static final List<String> STATES =
            List.of("active", "frozen", "disabled", "needs_login", "needs_action", "blocked");

    private final AccountFolder folder;
    private final Pool pool;

    public PoolMirror(AccountFolder folder, Pool pool) {
        this.folder = folder;
        this.pool = pool;
    }

    @Override
    public void tell(Sheet sheet) {
        STATES.forEach(state -> sheet.add(TelemetryNames.POOL_ACCOUNTS, 0, state));
        var disabled = folder.skipped().stream().filter(SkippedFile::disabled).count();
        sheet.add(TelemetryNames.POOL_ACCOUNTS, disabled, "disabled");
        var members = pool.snapshot().accounts();
        for (var member : members) {
            sheet.add(TelemetryNames.POOL_ACCOUNTS, 1, state(member));
            tell(member, sheet);
        }
        var down = members.stream()
                .flatMap(member -> member.models().stream())
                .map(PoolSnapshot.Arm::model)
                .distinct()
                .anyMatch(pool::down);
        sheet.add(TelemetryNames.PANIC, down ? 1 : 0);
    }

    private static void tell(PoolSnapshot.Member member, Sheet sheet) {
        var id = member.id().value();
        sheet.add(TelemetryNames.IN_FLIGHT, member.inFlight(), id);
        sheet.add(TelemetryNames.FROZEN_UNTIL, frozenUntil(member), id);
        for (var arm : member.models()) {
            // of the models that share a label, the worst counts
            var model = sheet.model(arm.model().value());
            sheet.least(TelemetryNames.SCORE, arm.mean(), id, model);
            sheet.least(TelemetryNames.SCORE_ALPHA, arm.alpha(), id, model);
            sheet.least(TelemetryNames.SCORE_BETA, arm.beta(), id, model);
        }
    }

    /// A freeze that is over leaves an account that serves: the next call finds out whether it is well.
    private static String state(PoolSnapshot.Member member) {
        return switch (member.state()) {
            case ACTIVE, PROBING -> "active";
            case FROZEN -> isAuth(member.freeze()) ? "needs_login" : "frozen";
            case PARKED -> isBlocked(member.parked()) ? "blocked" : "needs_action";
        };
    }

    private static boolean isAuth(@Nullable Freeze freeze) {
        return freeze != null && freeze.cause() == FreezeCause.AUTH;
    }

    private static boolean isBlocked(PoolSnapshot.@Nullable Parked parked) {
        return parked != null && parked.cause().equals(ErrorType.ACCOUNT_TOS_BLOCKED.wireName());
    }

    /// The account's own freeze, or one of its models.
    private static long frozenUntil(PoolSnapshot.Member member) {
        var own =
                member.state() == PoolSnapshot.State.FROZEN ? Stream.ofNullable(member.freeze()) : Stream.<Freeze>of();
        var models = member.models().stream()
                .filter(arm -> arm.state() == PoolSnapshot.State.FROZEN)
                .flatMap(arm -> Stream.ofNullable(arm.freeze()));
        return Stream.concat(own, models)
                .mapToLong(freeze -> freeze.until().getEpochSecond())
                .max()
                .orElse(0);
    }
}
