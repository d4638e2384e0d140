package io.geminigateway.answer;

/// What an answer says from one character of its text to another, `text`, and the page that it has that from.
public record Citation(String url, String title, int start, int end, String text) {}
