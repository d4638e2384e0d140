package io.geminigateway.account;

/// Which of Google's services an account speaks to.
public enum Backend {
    /// The Developer API, by key.
    GEMINI_API,
    /// Vertex AI, by the token of a login or a service account.
    VERTEX,
    /// Code Assist, for licensed users with an OAuth client of their own.
    CODE_ASSIST
}
