package io.geminigateway.demo;

import java.time.Instant;

/// An account was frozen: `account` is its file's name without the ending, `cause` a word, `until` the end of the
/// freeze.
public record PoolNews(String account, String cause, Instant until) {}
