package io.geminigateway.setup;

import io.geminigateway.account.AccountDraft;
import io.geminigateway.account.LoginGrant;
import io.geminigateway.account.OAuthClient;
import io.geminigateway.account.Secret;
import io.geminigateway.admin.TestResult;
import java.net.URI;

/// What the wizard needs of Google. Blocks.
public interface Google extends AutoCloseable {
    /// Opened when it is first needed: most questions need no network.
    @FunctionalInterface
    interface Opener {
        Google open();
    }

    /// One small real call; fresh tokens and a project that was found go into the draft.
    TestResult test(AccountDraft draft);

    /// The login for a code that the consent page gave; fails with a [io.geminigateway.account.CredentialException].
    LoginGrant redeem(OAuthClient client, URI redirect, Secret code, Secret verifier);

    @Override
    void close();
}
