package io.geminigateway.telemetry;

/// Where a request to Google goes, as its labels tell it.
public record Destination(String host, int port) {}
