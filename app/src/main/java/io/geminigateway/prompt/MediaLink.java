package io.geminigateway.prompt;

import org.jspecify.annotations.Nullable;

/// Where a medium is: `data:` and all of a data URI before its comma is the `head`, what comes after it the `data`; any
/// other text is all head. They come apart while they are read, so that large data is copied no more than once.
/// `detail` is how closely to look.
public record MediaLink(
        String head, @Nullable String data, @Nullable String detail) {}
