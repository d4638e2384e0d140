package io.geminigateway.openai.audio;

import io.geminigateway.dialect.FormField;
import io.geminigateway.gemini.Blob;
import io.geminigateway.openai.OpenAiRequests;
import java.nio.charset.StandardCharsets;

/// An audio file that a client sent: what it is, is told by its first bytes.
final class Recording {
    private static final int HEAD = 12;

    private Recording() {}

    static Blob of(FormField file) {
        var head = file.head(HEAD);
        if (head.length < HEAD) {
            throw OpenAiRequests.invalid("file", "'file' is not an audio file");
        }
        return new Blob(mimeType(head), file.base64());
    }

    private static String mimeType(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return "audio/wav";
        } else if (text.startsWith("FORM")) {
            return "audio/aiff";
        } else if (text.startsWith("fLaC")) {
            return "audio/flac";
        } else if (text.startsWith("OggS")) {
            return "audio/ogg";
        } else if (text.startsWith("ftyp", 4)) {
            return "audio/mp4";
        } else if (text.startsWith("\u001aE\u00df\u00a3")) {
            return "audio/webm";
        } else if (text.startsWith("ID3")) {
            return "audio/mp3";
        }
        return framed(head);
    }

    /// Frames begin with eleven bits set; the layer tells MP3 from AAC.
    private static String framed(byte[] head) {
        var second = head[1] & 0xFF;
        if (head[0] != (byte) 0xFF || second < 0xE0) {
            throw OpenAiRequests.invalid("file", "'file' is not MP3, MP4, M4A, WAV, WebM, FLAC, Ogg, AAC or AIFF");
        }
        return (second & 0x06) == 0 ? "audio/aac" : "audio/mp3";
    }
}
