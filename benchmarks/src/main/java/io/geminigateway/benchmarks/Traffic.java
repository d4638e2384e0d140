package io.geminigateway.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The texts that are exchanged: a question of 0.4 KB in OpenAI's or Gemini's dialect; an answer of 1.6 KB
/// and events as Google sends them. Each text of an answer begins with words of the caller's choice.
public final class Traffic {
    public static final String MODEL = "gemini-3.8-flash";

    private static final String GEMINI_QUESTION = """
            {"contents":[{"role":"user","parts":[{"text":"Why do bridges have expansion joints, and how far does a steel \
            bridge of 500 metres move between a cold winter night and a hot summer day?"}]}],"systemInstruction":\
            {"parts":[{"text":"You are a careful assistant. Answer in plain words, keep to what is asked, and say so \
            when you do not know."}]},"generationConfig":{"temperature":0.7,"maxOutputTokens":1024}}""";

    private static final String SENTENCE =
            "Steel grows by about twelve millionths of its length for every degree, so a long deck needs room to move. ";

    private Traffic() {}

    public static String openAiQuestion(boolean streaming) {
        return """
            {"model":"%s","messages":[{"role":"system","content":"You are a careful assistant. Answer in plain words, \
            keep to what is asked, and say so when you do not know."},{"role":"user","content":"Why do bridges have \
            expansion joints, and how far does a steel bridge of 500 metres move between a cold winter night and a hot \
            summer day?"}],"temperature":0.7,"max_tokens":1024,"stream":%s}""".formatted(MODEL, streaming);
    }

    /// So many messages of so many characters each, in turn of user and model.
    public static String longOpenAiQuestion(int messages, int size, boolean streaming) {
        return IntStream.range(0, messages)
                .mapToObj(i -> "{\"role\":\"%s\",\"content\":\"%s\"}"
                        .formatted(i % 2 == messages % 2 ? "assistant" : "user", text(size)))
                .collect(Collectors.joining(
                        ",",
                        "{\"model\":\"%s\",\"messages\":[".formatted(MODEL),
                        "],\"stream\":%s}".formatted(streaming)));
    }

    public static String longGeminiQuestion(int messages, int size) {
        return IntStream.range(0, messages)
                .mapToObj(i -> "{\"role\":\"%s\",\"parts\":[{\"text\":\"%s\"}]}"
                        .formatted(i % 2 == messages % 2 ? "model" : "user", text(size)))
                .collect(Collectors.joining(",", "{\"contents\":[", "]}"));
    }

    /// A picture in base64 of so many characters.
    public static String openAiPicture(int size, boolean streaming) {
        return """
            {"model":"%s","messages":[{"role":"user","content":[{"type":"text","text":"What is it?"},{"type":"image_url",\
            "image_url":{"url":"data:image/png;base64,%s"}}]}],"stream":%s}""".formatted(MODEL, base64(size), streaming);
    }

    public static String geminiPicture(int size) {
        return """
            {"contents":[{"role":"user","parts":[{"text":"What is it?"},{"inlineData":{"mimeType":"image/png",\
            "data":"%s"}}]}]}""".formatted(base64(size));
    }

    private static String base64(int size) {
        return "iVBORw0KGgoAAAANSUhEUgAA".repeat(size / 24 + 1).substring(0, size & ~3);
    }

    private static String text(int size) {
        return SENTENCE.repeat(size / SENTENCE.length() + 1).substring(0, size).strip();
    }

    public static String geminiQuestion() {
        return GEMINI_QUESTION;
    }

    public static String answer(String words) {
        return """
            {
              "candidates": [
                {
                  "content": {
                    "parts": [
                      {
                        "text": "%s"
                      }
                    ],
                    "role": "model"
                  },
                  "finishReason": "STOP",
                  "index": 0
                }
              ],
              "usageMetadata": {
                "promptTokenCount": 71,
                "candidatesTokenCount": 214,
                "totalTokenCount": 285,
                "promptTokensDetails": [
                  {
                    "modality": "TEXT",
                    "tokenCount": 71
                  }
                ]
              },
              "modelVersion": "gemini-3.8-flash",
              "responseId": "mWlgadDwJ5SzkdUPq4yTwAk"
            }
            """.formatted(words + " " + SENTENCE.repeat(10).strip());
    }

    public static String stream(String words, int events) {
        var text = new StringBuilder();
        for (var i = 1; i <= events; i++) {
            text.append(event(words, i == events));
        }
        return text.toString();
    }

    public static String event(String words, boolean last) {
        return """
            data: {"candidates": [{"content": {"parts": [{"text": "%s"}],"role": "model"}%s,"index": 0}],\
            "usageMetadata": {"promptTokenCount": 71,"candidatesTokenCount": 128,"totalTokenCount": 199,\
            "promptTokensDetails": [{"modality": "TEXT","tokenCount": 71}]},"modelVersion": "gemini-3.8-flash",\
            "responseId": "mWlgadDwJ5SzkdUPq4yTwAk"}""".formatted(words + " a long deck needs room", last ? ",\"finishReason\": \"STOP\"" : "") + "\r\n\r\n";
    }
}
