package io.geminigateway.answer;

import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.MediaType;
import io.geminigateway.gemini.Utf8;

/// A picture in an answer; `data` is base64.
public record Picture(String type, Utf8 data) {
    /// Google's word for the type is sometimes wrong: the bytes are not.
    static Picture of(Blob blob, Utf8 data) {
        return new Picture(MediaType.ofData(data).orElse(String.valueOf(blob.mimeType())), data);
    }

    /// As text.
    String markdown() {
        return "\n![image](" + head() + data + ")\n";
    }

    /// What stands before the [#data] in its data URI.
    public String head() {
        return "data:" + type + ";base64,";
    }
}
