package io.geminigateway.gemini;

/// One response object of Gemini: an event of a stream, or the whole of an unstreamed answer.
/// `json` is exactly what Google sent (without the envelope of Code Assist), for the dialect that passes it on
/// unchanged.
@SuppressWarnings("ArrayRecordComponent") // owned by whoever receives the event; never compared
public record GeminiEvent(byte[] json, GenerateContentResponse response) {}
