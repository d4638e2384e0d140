package io.geminigateway.answer;

/// A page that was found on the way to an answer.
public record Page(String url, String title) {}
