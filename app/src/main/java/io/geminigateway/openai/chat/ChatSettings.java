package io.geminigateway.openai.chat;

/// What an operator may choose about chats. `fetchesMedia`: remote addresses in messages are fetched rather
/// than refused; `picturesAsText`: pictures in answers come as Markdown, for clients that know no other.
public record ChatSettings(boolean fetchesMedia, boolean picturesAsText) {
    public static final ChatSettings STANDARD = new ChatSettings(false, false);
}
