package io.geminigateway.admin;

import io.geminigateway.account.AccountFolder;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.TokenRefresher;
import io.geminigateway.account.TokenStatus;
import io.geminigateway.telemetry.Mirror;
import io.geminigateway.telemetry.Sheet;
import io.geminigateway.telemetry.TelemetryNames;

/// How the accounts' credentials fare, as a scrape sees it. Thread-safe, as what it looks at is.
public final class CredentialMirror implements Mirror {
    private final AccountFolder folder;
    private final TokenRefresher tokens;

    public CredentialMirror(AccountFolder folder, TokenRefresher tokens) {
        this.folder = folder;
        this.tokens = tokens;
    }

    @Override
    public void tell(Sheet sheet) {
        var saving = folder.saving();
        sheet.add(TelemetryNames.CREDENTIAL_WRITES, saving.succeeded(), "ok");
        sheet.add(TelemetryNames.CREDENTIAL_WRITES, saving.failed(), "error");
        sheet.add(TelemetryNames.DEGRADED, saving.failing() ? 1 : 0, "credentials");
        for (var account : folder.accounts()) {
            tokens.status(account.id()).ifPresent(status -> tell(account.id(), status, sheet));
        }
    }

    private static void tell(AccountId account, TokenStatus status, Sheet sheet) {
        var id = account.value();
        var renewals = status.renewals();
        sheet.add(TelemetryNames.REFRESHES, renewals.granted(), id, "ok");
        sheet.add(TelemetryNames.REFRESHES, renewals.unreachable(), id, "transient");
        sheet.add(TelemetryNames.REFRESHES, renewals.rejected(), id, "invalid_grant");
        sheet.add(TelemetryNames.REFRESHES, renewals.misconfigured(), id, "misconfigured");
        status.expiresAt().ifPresent(end -> sheet.add(TelemetryNames.TOKEN_EXPIRY, end.getEpochSecond(), id));
    }
}
