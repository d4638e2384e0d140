package io.geminigateway.answer;

import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.MediaType;

/// A picture in an answer; `data` is base64.
public record Picture(String type, String data) {
    /// Google's word for the type is sometimes wrong: the bytes are not.
    static Picture of(Blob blob) {
        var data = String.valueOf(blob.data());
        return new Picture(MediaType.ofData(data).orElse(String.valueOf(blob.mimeType())), data);
    }

    public String uri() {
        return "data:" + type + ";base64," + data;
    }

    /// As text.
    String markdown() {
        return "\n![image](" + uri() + ")\n";
    }
}
