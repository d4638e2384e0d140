package io.geminigateway.anthropic.messages;

import io.geminigateway.prompt.MediaLink;
import org.jspecify.annotations.Nullable;

/// Where a picture or document is: `data` in base64 (or text), behind a `url`, in a file, or in blocks of its own. The
/// source of a search result is no object but an address: its `url`.
record Source(
        @Nullable String type,
        @Nullable String mediaType,
        @Nullable MediaLink data,
        @Nullable MediaLink url,
        @Nullable String fileId,
        @Nullable Blocks content) {}
