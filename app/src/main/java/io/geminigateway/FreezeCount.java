package io.geminigateway;

import io.geminigateway.account.Account;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.pool.Freeze;
import io.geminigateway.pool.FreezeCause;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.telemetry.Telemetry;
import io.geminigateway.telemetry.TelemetryNames;
import org.jspecify.annotations.Nullable;

/// Counts freezes on the way to another listener.
record FreezeCount(Telemetry telemetry, PoolListener next) implements PoolListener {
    @Override
    public void frozen(Account account, @Nullable ModelName model, Freeze freeze) {
        telemetry.count(TelemetryNames.FREEZES, account.id().value(), errorType(freeze.cause()));
        next.frozen(account, model, freeze);
    }

    /// The error that such a freeze comes from, or the cause itself where it may be one of several, or none.
    private static String errorType(FreezeCause cause) {
        return switch (cause) {
            case RATE_LIMIT -> ErrorType.ACCOUNT_RATE_LIMITED.wireName();
            case DAILY_QUOTA -> ErrorType.ACCOUNT_QUOTA_EXHAUSTED.wireName();
            case AUTH -> ErrorType.ACCOUNT_AUTH_FAILED.wireName();
            case MODEL_DENIED -> ErrorType.ACCOUNT_PERMISSION_DENIED.wireName();
            case FAILURES, OPERATOR -> cause.wireName();
        };
    }

    @Override
    public void thawed(Account account, @Nullable ModelName model, Freeze freeze) {
        next.thawed(account, model, freeze);
    }

    @Override
    public void parked(Account account, String cause, String remedy) {
        next.parked(account, cause, remedy);
    }

    @Override
    public void unparked(Account account) {
        next.unparked(account);
    }
}
