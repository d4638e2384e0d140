package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Types of media: what the first bytes tell, what a file's name tells, and which of a model's senses each is for.
public final class MediaType {
    /// So many characters of base64 hold all that is looked at.
    private static final int LOOKED_AT = 32;

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("heic", "image/heic"),
            Map.entry("heif", "image/heif"),
            Map.entry("gif", "image/gif"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp3", "audio/mp3"),
            Map.entry("aac", "audio/aac"),
            Map.entry("aiff", "audio/aiff"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("flac", "audio/flac"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mpeg", "video/mpeg"),
            Map.entry("mov", "video/mov"),
            Map.entry("webm", "video/webm"),
            Map.entry("txt", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("csv", "text/csv"),
            Map.entry("html", "text/html"),
            Map.entry("xml", "text/xml"),
            Map.entry("json", "application/json"));

    private MediaType() {}

    /// By the magic of the first bytes, of data in base64.
    public static Optional<String> ofData(Utf8 base64) {
        var length = Math.min(base64.length(), LOOKED_AT) & ~3;
        if (length == 0) {
            return Optional.empty();
        }
        var head = base64.until(length).toString();
        try {
            return ofBytes(Base64.getDecoder().decode(head.replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public static Optional<String> ofBytes(byte[] start) {
        var text = new String(start, 0, Math.min(start.length, 16), StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF") && text.length() >= 12) {
            return switch (text.substring(8, 12)) {
                case "WEBP" -> Optional.of("image/webp");
                case "WAVE" -> Optional.of("audio/wav");
                default -> Optional.empty();
            };
        }
        if (text.startsWith("ftyp", 4)) {
            return text.startsWith("hei", 8) || text.startsWith("mif1", 8)
                    ? Optional.of("image/heic")
                    : Optional.of("video/mp4");
        }
        return Magic.of(text);
    }

    /// By the ending of a file's name.
    public static Optional<String> ofName(String name) {
        return Optional.ofNullable(
                ENDINGS.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }

    /// Documents of any kind count as PDF.
    public static Modality modality(String type) {
        return switch (type.substring(0, Math.max(0, type.indexOf('/')))) {
            case "image" -> Modality.IMAGE;
            case "audio" -> Modality.AUDIO;
            case "video" -> Modality.VIDEO;
            case "text" -> Modality.TEXT;
            default -> type.equals("application/json") ? Modality.TEXT : Modality.PDF;
        };
    }

    private enum Magic {
        PNG("\u0089PNG", "image/png"),
        JPEG("\u00ff\u00d8\u00ff", "image/jpeg"),
        GIF("GIF8", "image/gif"),
        BMP("BM", "image/bmp"),
        PDF("%PDF", "application/pdf"),
        OGG("OggS", "audio/ogg"),
        FLAC("fLaC", "audio/flac"),
        ID3("ID3", "audio/mp3"),
        MP3("\u00ff\u00fb", "audio/mp3"),
        WEBM("\u001aE\u00df\u00a3", "video/webm");

        private final String start;
        private final String type;

        Magic(String start, String type) {
            this.start = start;
            this.type = type;
        }

        static Optional<String> of(String text) {
            return Arrays.stream(values())
                    .filter(magic -> text.startsWith(magic.start))
                    .map(magic -> magic.type)
                    .findFirst();
        }
    }
}
