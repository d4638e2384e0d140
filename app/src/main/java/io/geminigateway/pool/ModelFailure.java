package io.geminigateway.pool;

/// Whether an outcome may mean that the model is down.
enum ModelFailure {
    NONE,
    /// A failure as a model that is down would bring.
    POSSIBLE,
    /// Google itself says that it is the model.
    MARKED;

    static ModelFailure of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.ModelOverloaded _ -> MARKED;
            case Outcome.Failed failed -> Judge.tellsOfAccount(failed.type()) ? POSSIBLE : NONE;
            case Outcome.CutShort _,
                    Outcome.Succeeded _,
                    Outcome.RateLimited _,
                    Outcome.DailyQuota _,
                    Outcome.AuthFailed _,
                    Outcome.Parked _,
                    Outcome.ModelDenied _,
                    Outcome.Ignored _ -> NONE;
        };
    }
}
