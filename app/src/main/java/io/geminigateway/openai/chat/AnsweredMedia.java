package io.geminigateway.openai.chat;

import io.geminigateway.dialect.JsonText;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.MediaType;
import io.geminigateway.sse.Bytes;

/// A picture in an answer. Clients know two ways to be given one.
record AnsweredMedia(String type, String data) {
    /// Google's word for the type is sometimes wrong: the bytes are not.
    static AnsweredMedia image(Blob blob) {
        var data = String.valueOf(blob.data());
        return new AnsweredMedia(MediaType.ofData(data).orElse(String.valueOf(blob.mimeType())), data);
    }

    /// As an element of `images`.
    void write(int index, Bytes out) {
        out.append("{\"index\":" + index + ",\"type\":\"image_url\",\"image_url\":{\"url\":");
        JsonText.write(uri(), out);
        out.append("}}");
    }

    /// As text.
    String markdown() {
        return "\n![image](" + uri() + ")\n";
    }

    private String uri() {
        return "data:" + type + ";base64," + data;
    }
}
