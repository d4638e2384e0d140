/// Who we are upstream: the files in the accounts folder, and live tokens for them. Chooses nothing and calls no model.
/// Start at [Account]; then [AccountFolder] for the files and [TokenRefresher] for the tokens.
@NullMarked
package io.geminigateway.account;

import org.jspecify.annotations.NullMarked;
