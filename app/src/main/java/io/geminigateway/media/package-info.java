/// Fetches what clients only give the address of, without being led into places where a client could not go itself.
/// Knows no dialect. Start at [MediaFetcher].
@NullMarked
package io.geminigateway.media;

import org.jspecify.annotations.NullMarked;
