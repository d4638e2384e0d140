/// Signing in with Google by the operator's own OAuth client: what is asked of the browser, and how its answer comes
/// back, to a loopback port or by a person's paste. Holds no client, exchanges no code and saves nothing.
/// Start at [AuthorizationRequest]; then [LoopbackListener] and [PastedReply].
@NullMarked
package io.geminigateway.login;

import org.jspecify.annotations.NullMarked;
