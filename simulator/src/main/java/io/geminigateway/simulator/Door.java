package io.geminigateway.simulator;

import java.util.Optional;

/// One of Google's services: it knows whose a call is, and answers it.
interface Door {
    /// Whose credential the call carries, good or not; for the ledger.
    Optional<SimulatedAccount> caller(Call call);

    void answer(Call call, Stage stage);
}
