package io.geminigateway.account;

/// How often an account's token was renewed, or was not, and why; since its file last came with another login.
public record Renewals(long granted, long rejected, long misconfigured, long unreachable) {
    static final Renewals NONE = new Renewals(0, 0, 0, 0);

    Renewals plusGranted() {
        return new Renewals(granted + 1, rejected, misconfigured, unreachable);
    }

    Renewals plus(CredentialException.Kind kind) {
        return switch (kind) {
            case REJECTED -> new Renewals(granted, rejected + 1, misconfigured, unreachable);
            case MISCONFIGURED -> new Renewals(granted, rejected, misconfigured + 1, unreachable);
            case UNREACHABLE -> new Renewals(granted, rejected, misconfigured, unreachable + 1);
        };
    }
}
