/// The operator's side: a listener of its own, on this machine only, that shows the accounts and takes an operator's
/// word for them. It shows no secret and knows no client. Start at [AdminServer].
@NullMarked
package io.geminigateway.admin;

import org.jspecify.annotations.NullMarked;
