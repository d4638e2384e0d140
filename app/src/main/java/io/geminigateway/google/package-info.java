/// Google's own API, passed through the pool: what a client says goes to Google as it is, and what Google says comes
/// back as it came. Reads only what it must: the model, what lies with one account, how the conversation begins.
/// Changes
/// a byte only where an alias stands for a model. Start at [ModelMethods].
@NullMarked
package io.geminigateway.google;

import org.jspecify.annotations.NullMarked;
