package io.geminigateway.account;

import java.io.Serial;

/// No live credential can be had. The message is for the operator and holds no secret.
public final class CredentialException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public enum Kind {
        /// The login is dead: revoked, expired, or its owner gone. A person must sign in again.
        REJECTED,
        /// Our OAuth client is missing, wrong or deleted: a matter of configuration, for all its accounts.
        MISCONFIGURED,
        /// The token endpoint could not be reached or failed: nobody's fault, try again later.
        UNREACHABLE
    }

    private final Kind kind;

    public CredentialException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
