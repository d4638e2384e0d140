package io.geminigateway.admin;

import io.avaje.jsonb.Json;

/// How many accounts were held back and are not any more.
@Json
public record Thawed(boolean success, int thawed) {}
