package io.geminigateway.openai.chat;

import io.geminigateway.answer.Picture;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;

/// A picture in an answer, as an element of `images`.
final class WrittenPicture {
    private WrittenPicture() {}

    static void write(Picture picture, int index, Bytes out) {
        out.append("{\"index\":" + index + ",\"type\":\"image_url\",\"image_url\":{\"url\":");
        JsonText.write(picture.head(), picture.data(), out);
        out.append("}}");
    }
}
