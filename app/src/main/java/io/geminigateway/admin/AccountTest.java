package io.geminigateway.admin;

import io.geminigateway.account.Account;
import io.geminigateway.gemini.ModelName;
import io.vertx.core.Future;

/// Makes one small real call with exactly this account, past the pool, which hears nothing of it. Fails only by a bug:
/// what Google refuses is a result.
public interface AccountTest {
    Future<TestResult> call(Account account, ModelName model);
}
